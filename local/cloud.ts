import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { watchActivity } from './activity.ts';
import { createClock } from './clock.ts';
import { httpApi } from './http-api.ts';
import { lambdaRuntime } from './lambda-runtime.ts';
import { createMeter, type Meter } from './meter.ts';
import { listen } from './server.ts';
import { dynamoDb } from './services/dynamodb.ts';
import { executionRegister } from './services/execution-register.ts';
import { stepFunctions } from './services/step-functions.ts';
import { stepFunctionsOperations } from './services/step-functions-operations.ts';
import { streams } from './stream.ts';
import { readAssembly } from './template/assembly.ts';
import { loadStack, type Resource, type Stack } from './template/stack.ts';
import { timeTravel } from './time-travel.ts';
import { answerOnWire, type Services } from './wire.ts';

export type CloudOptions = Readonly<{
  /** The directory that `cdk synth` wrote. */
  assembly: string;
  time?: 'virtual' | 'real';
  startAt?: Date;
  /** Keeps tables, keys, secrets, objects and outboxes there; without it all is in memory. */
  dataDir?: string;
  /** 0, if not given: any free one. */
  port?: number;
  onLog?: (functionName: string, line: string) => void;
}>;

export async function startCloud({
  assembly: directory,
  time = 'virtual',
  startAt,
  dataDir,
  port = 0,
  onLog,
}: CloudOptions) {
  if (dataDir) mkdirSync(dataDir, { recursive: true });
  const assembly = readAssembly(directory);
  const activity = watchActivity();
  const clock = createClock(time, startAt?.getTime() ?? Date.now(), activity);
  const meter: Meter = createMeter(clock.now, (invocation) => lambda.functionOf(invocation));

  let url = '';
  const env = () => ({
    AWS_ENDPOINT_URL: url,
    AWS_REGION: assembly.region,
    AWS_DEFAULT_REGION: assembly.region,
    AWS_ACCESS_KEY_ID: 'embedded',
    AWS_SECRET_ACCESS_KEY: 'embedded',
  });
  const lambda = lambdaRuntime({ clock, activity, meter: () => meter, environment: env, onLog });
  const stream = streams({ clock, activity, lambda, region: assembly.region, onUndelivered: async () => {} });
  const dynamodb = dynamoDb({
    path: dataDir && join(dataDir, 'tables'),
    activity,
    clock,
    meter,
    onChange: (change) => stream.publish(change),
  });
  const register = executionRegister(clock.now, dataDir);
  const states = stepFunctions({ clock, meter, lambda, register, onStatus: () => {} });
  const api = httpApi({ clock, lambda, meter });

  const services: Services = {
    json: { dynamodb: dynamodb.operations, states: stepFunctionsOperations(states) },
    query: {},
    rest: {},
    unsigned: (request) => api.answer(request),
  };
  const server = await listen(port, activity, (request) => answerOnWire(services, request));
  url = server.url;

  let stack: Stack;
  const deploy = async (from: string) => {
    const next = readAssembly(from);
    stack = loadStack(next, url);
    lambda.deploy(next, stack);
    states.deploy(next, stack);
    stream.deploy(stack);
    api.deploy(stack);
    await dynamodb.deploy(stack);
  };
  await deploy(directory);

  const travel = timeTravel(clock, activity, states.idle, async () => {});
  return {
    url,
    env,
    deploy,
    now: () => new Date(clock.now()),
    settle: travel.settle,
    advanceTo: (until: Date) => travel.advanceTo(until.getTime()),
    advanceBy: (ms: number) => travel.advanceTo(clock.now() + ms),
    get resources(): readonly Resource[] {
      return stack.resources;
    },
    get outputs() {
      return stack.outputs;
    },
    logs: lambda.logs,
    meter,
    get executions() {
      return register.all();
    },
    async close() {
      clock.close();
      await server.close();
      await dynamodb.close();
    },
  };
}
