import { mkdirSync } from 'node:fs';
import { watchActivity } from './activity.ts';
import { createClock } from './clock.ts';
import { cloudServices } from './cloud-services.ts';
import { cloudWire } from './cloud-wire.ts';
import { keptValue } from './kept.ts';
import type { Meter } from './meter.ts';
import { redeliver } from './restart.ts';
import { listen } from './server.ts';
import type { Change } from './services/dynamodb.ts';
import type { BusEntry } from './services/eventbridge.ts';
import type { ExecutionRecord } from './services/execution-register.ts';
import type { Mail } from './services/ses.ts';
import type { SmsMessage, TopicMessage } from './services/sns.ts';
import { readAssembly } from './template/assembly.ts';
import { isCalled, loadStack, type Resource, type Stack } from './template/stack.ts';
import { timeTravel } from './time-travel.ts';
import { answerOnWire } from './wire.ts';

export type CloudOptions = Readonly<{
  /** The directory that `cdk synth` wrote. */
  assembly: string;
  /** `virtual` (usual): time moves only by `advanceTo` and `advanceBy`. `real`: wall time, which these move ahead. */
  time?: 'virtual' | 'real';
  startAt?: Date;
  /** Keeps tables, keys, secrets, objects, queues, outboxes and the clock; without it all is in memory. */
  dataDir?: string;
  /** 0, if not given: any free one. */
  port?: number;
  /**
   * For a scheduled rule, by logical id, name or path: when its next run has anything to do. While time is travelled
   * its runs before that are skipped; without it every tick runs. Asked again whenever anything ran.
   */
  wakeFor?: Readonly<Record<string, (cloud: Cloud) => Promise<Date | undefined>>>;
  /** Before time moves, when all that could run has run: for whoever plays the people and systems outside. */
  onSettled?: (cloud: Cloud) => void;
  /** Each write to a table, once it is made. */
  onChange?: (change: Change) => void;
  onLog?: (functionName: string, line: string) => void;
}>;

export type Cloud = Readonly<{
  /** AWS endpoint and address of the HTTP API, without a slash at the end. */
  url: string;
  now(): Date;
  /** Until nothing runs and no message waits at the present instant. */
  settle(): Promise<void>;
  /** Runs every timer up to then in order, settling after each. */
  advanceTo(time: Date): Promise<void>;
  advanceBy(milliseconds: number): Promise<void>;
  /** Loads the code of every function, as provisioned concurrency does, so that no first call waits for it. */
  warm(): void;
  /** Does something at an instant, such as a person opening a link; time waits until it is done. */
  at(time: Date, work: () => Promise<unknown>): void;
  resources: readonly Resource[];
  /** By logical id, by path (`Log/Table`), or by name. */
  resource(idOrPath: string): Resource;
  outputs: Readonly<Record<string, string>>;
  /** How many resources of each type the template has that change nothing here. */
  ignored: Readonly<Record<string, number>>;
  sms: readonly SmsMessage[];
  mail: readonly Mail[];
  published: readonly TopicMessage[];
  busEvents: readonly BusEntry[];
  logs: ReadonlyMap<string, readonly string[]>;
  accessLog: readonly string[];
  executions: readonly ExecutionRecord[];
  meter: Meter;
  /** What an SDK or the CLI of another process needs to reach this cloud. */
  env(): Readonly<Record<string, string>>;
  /** New code, definitions and rules; running executions keep the definition they began with. */
  deploy(assembly: string): Promise<unknown>;
  fail: Readonly<{
    nextInvocation(functionName: string, error: Error): void;
    nextSms(phone: string, error: Error): void;
    /** The carriers take the next one only after so long. */
    slowSms(phone: string, ms: number): void;
    nextMail(address: string, error: Error): void;
    execution(arn: string, error?: string, cause?: string): void;
    /** The next execution that comes to this task dies there: before its function is called, or after. */
    executionAt(state: string, when: 'before' | 'after'): void;
  }>;
  close(): Promise<void>;
}>;

export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const { time = 'virtual', dataDir, port = 0, onChange, onLog, wakeFor = {} } = options;
  if (dataDir) mkdirSync(dataDir, { recursive: true });
  const { account, region } = readAssembly(options.assembly);
  const activity = watchActivity();
  // A real clock is kept by how far it is ahead, so that it goes on while the cloud is down.
  const keptTime = keptValue(dataDir, `clock-${time}`, 0);
  const wallTime = time === 'real' ? Date.now() : 0;
  const start = Math.max(options.startAt?.getTime() ?? 0, keptTime.get() + wallTime) || Date.now();
  const clock = createClock(time, start, activity);

  let url = '';
  const env = () => ({
    AWS_ENDPOINT_URL: url,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: 'embedded',
    AWS_SECRET_ACCESS_KEY: 'embedded',
  });
  const asked = Object.entries(wakeFor).map(([rule, ask]) => [rule, () => ask(cloud)] as const);
  const services = cloudServices({
    ...{ activity, clock, account, region, environment: env, dataDir, onChange, onLog },
    wakeFor: Object.fromEntries(asked),
  });
  const wire = cloudWire(services, account, clock.now);
  const server = await listen(port, activity, (request) => answerOnWire(wire, request));
  url = server.url;

  let stack: Stack;
  const deploy = async (directory: string) => {
    const assembly = readAssembly(directory);
    stack = loadStack(assembly, url);
    await services.deploy(assembly, stack);
    return stack;
  };

  const { lambda, sns, states, schedule, register, meter } = services;
  const beforeJump = async () => {
    options.onSettled?.(cloud);
    await schedule.beforeJump();
  };
  const travel = timeTravel(clock, activity, states.idle, beforeJump);
  const keepTime = () => keptTime.set(clock.now() - (time === 'real' ? Date.now() : 0));
  const advanceTo = async (until: number) => {
    await travel.advanceTo(until);
    schedule.afterJump();
    keepTime();
  };

  const cloud: Cloud = {
    url,
    env,
    deploy,
    meter,
    now: () => new Date(clock.now()),
    settle: travel.settle,
    advanceTo: (until) => advanceTo(until.getTime()),
    advanceBy: (milliseconds) => advanceTo(clock.now() + milliseconds),
    warm: lambda.warm,
    at: (time, work) => void clock.at(time.getTime(), () => activity.soon(work)),
    get resources() {
      return stack.resources;
    },
    resource: (idOrPath) => resourceOf(stack, idOrPath),
    get outputs() {
      return stack.outputs;
    },
    get ignored() {
      return stack.ignored;
    },
    sms: services.sms.items,
    mail: services.mail.outbox.items,
    published: services.published.items,
    busEvents: services.busEntries.items,
    logs: lambda.logs,
    accessLog: services.api.accessLog,
    get executions() {
      return register.all();
    },
    fail: {
      nextInvocation: lambda.failNext,
      nextSms: sns.failNext,
      slowSms: sns.slowNext,
      nextMail: services.mail.failNext,
      execution: (arn, error, cause) => register.find(arn)?.execution?.stop(error, cause),
      executionAt: states.dieAt,
    },
    async close() {
      schedule.close();
      clock.close();
      await Promise.race([activity.quiet().catch(() => {}), grace()]);
      keepTime();
      await server.close();
      await services.dynamodb.close();
    },
  };

  try {
    const deployed = await deploy(options.assembly);
    if (dataDir) await redeliver(services, deployed);
  } catch (error) {
    await cloud.close();
    throw error;
  }
  return cloud;
}

/** What runs may end, so that nothing writes to tables that are closed; what hangs is left behind. */
const grace = () => new Promise<void>((resolve) => setTimeout(resolve, 2000).unref());

function resourceOf({ resources, name }: Stack, idOrPath: string): Resource {
  const found = resources.filter((resource) => isCalled(resource, idOrPath, name));
  const [resource] = found;
  if (!resource || found.length > 1) throw new Error(`${found.length} resources of the stack are called ${idOrPath}`);
  return resource;
}
