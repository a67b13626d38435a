import { randomUUID } from 'node:crypto';
import type { Activity } from './activity.ts';
import { type Clock, dateOf } from './clock.ts';
import { type DeployedFunction, describeFunction } from './deployed-function.ts';
import { runningInvocation } from './invocation-context.ts';
import { loadHandler } from './lambda-module.ts';
import type { Meter } from './meter.ts';
import type { Assembly } from './template/assembly.ts';
import type { Stack } from './template/stack.ts';

export type InvocationResult = Readonly<{ payload: unknown; failed: boolean; requestId: string }>;

export type LambdaRuntime = Readonly<{
  deploy(assembly: Assembly, stack: Stack): void;
  /** The name behind a name, an ARN or a qualified ARN; undefined when there is no such function. */
  nameOf(nameOrArn: string): string | undefined;
  /** `by` says what invoked it: an execution, a route, a mapping, a rule. */
  invoke(functionName: string, event: unknown, by: string): Promise<InvocationResult>;
  /** Loads every function that is not loaded yet, which otherwise its first invocation does: start-up, and no work. */
  warm(): void;
  /** The next invocation of that function throws this instead of running. */
  failNext(functionName: string, error: Error): void;
  logs: ReadonlyMap<string, string[]>;
  functionOf(invocation: string): string | undefined;
}>;

type Options = Readonly<{
  clock: Clock;
  activity: Activity;
  meter: Meter;
  environment: () => Readonly<Record<string, string>>;
  onLog?: (functionName: string, line: string) => void;
}>;

/** A slow machine under test must not look like a slow function. */
const LEAST_TIMEOUT_MS = 10_000;

export function lambdaRuntime({ clock, activity, meter, environment, onLog }: Options): LambdaRuntime {
  const functions = new Map<string, DeployedFunction>();
  const logs = new Map<string, string[]>();
  const functionOfInvocation = new Map<string, string>();
  const failures = new Map<string, Error[]>();
  const cloudDate = dateOf(clock);

  const log = (functionName: string, line: string) => {
    logs.get(functionName)?.push(line);
    const invocation = runningInvocation.getStore()?.id;
    meter.record({
      service: 'logs',
      what: 'Bytes',
      resource: functionName,
      quantity: Buffer.byteLength(line) + 1,
      invocation,
    });
    onLog?.(functionName, line);
  };

  const handlerOf = (deployed: DeployedFunction) => {
    deployed.loaded ??= loadHandler(deployed.directory, deployed.handler, {
      environment: { ...environment(), ...deployed.environment },
      Date: cloudDate,
      log: (line) => log(deployed.name, line),
    });
    return deployed.loaded;
  };

  const run = async (deployed: DeployedFunction, event: unknown, requestId: string): Promise<unknown> => {
    const failure = failures.get(deployed.name)?.shift();
    if (failure) throw failure;
    const deadline = performance.now() + deployed.timeoutMs;
    const context = {
      awsRequestId: requestId,
      functionName: deployed.name,
      functionVersion: '$LATEST',
      invokedFunctionArn: deployed.arn,
      memoryLimitInMB: String(deployed.memoryMb),
      logGroupName: `/aws/lambda/${deployed.name}`,
      logStreamName: 'embedded-cloud',
      callbackWaitsForEmptyEventLoop: true,
      getRemainingTimeInMillis: () => Math.max(0, Math.floor(deadline - performance.now())),
    };
    let alarm: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_, reject) => {
      alarm = setTimeout(() => reject(timedOut(deployed, requestId)), Math.max(deployed.timeoutMs, LEAST_TIMEOUT_MS));
    });
    try {
      return await Promise.race([handlerOf(deployed)(event, context), timeout]);
    } finally {
      clearTimeout(alarm);
    }
  };

  const invoke = async (functionName: string, event: unknown, by: string): Promise<InvocationResult> => {
    const deployed = functions.get(functionName);
    if (!deployed) throw new Error(`no function ${functionName}`);
    const id = randomUUID();
    functionOfInvocation.set(id, functionName);
    const began = performance.now();
    const copy = event === undefined ? {} : JSON.parse(JSON.stringify(event));
    let result: InvocationResult;
    try {
      const output = await runningInvocation.run({ id, functionName, by }, () => run(deployed, copy, id));
      const text = JSON.stringify(output);
      result = { payload: text === undefined ? null : JSON.parse(text), failed: false, requestId: id };
    } catch (error) {
      if ((error as Error).name === TIMED_OUT) deployed.loaded = undefined;
      result = { payload: asReported(error), failed: true, requestId: id };
      log(functionName, JSON.stringify(result.payload));
    }
    const billedMs = Math.max(1, Math.ceil(performance.now() - began));
    const { memoryMb } = deployed;
    meter.record({ service: 'lambda', what: 'Invoke', resource: by, billedMs, memoryMb, invocation: id });
    return result;
  };

  return {
    logs,
    functionOf: (invocation) => functionOfInvocation.get(invocation),
    nameOf(nameOrArn) {
      const name = /:function:([^:]+)/.exec(nameOrArn)?.[1] ?? nameOrArn.split(':')[0] ?? '';
      return functions.has(name) ? name : undefined;
    },
    invoke: (functionName, event, by) => activity.run(() => invoke(functionName, event, by)),
    warm() {
      for (const deployed of functions.values()) handlerOf(deployed);
    },
    failNext(functionName, error) {
      failures.set(functionName, [...(failures.get(functionName) ?? []), error]);
    },
    deploy(assembly, stack) {
      functions.clear();
      for (const resource of stack.ofType('AWS::Lambda::Function')) {
        const deployed = describeFunction(resource, assembly);
        functions.set(deployed.name, deployed);
        if (!logs.has(deployed.name)) logs.set(deployed.name, []);
      }
    },
  };
}

const TIMED_OUT = 'Sandbox.Timedout';

function timedOut({ timeoutMs }: DeployedFunction, requestId: string) {
  const error = new Error(
    `RequestId: ${requestId} Error: Task timed out after ${(timeoutMs / 1000).toFixed(2)} seconds`,
  );
  return Object.assign(error, { name: TIMED_OUT });
}

/** What Lambda answers for an error: the shape its own runtime gives. */
function asReported(error: unknown) {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: error.stack?.split('\n') ?? [] };
}
