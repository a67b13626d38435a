import type { LambdaRuntime } from '../lambda-runtime.ts';
import type { TaskCall, TaskOutcome } from '../state-language/engine.ts';

const INVOKE = /^arn:aws[\w-]*:states:[^:]*:[^:]*:lambda:invoke(\.waitForTaskToken)?$/;
const FUNCTION = /^arn:aws[\w-]*:lambda:[^:]*:[^:]*:function:/;

/** The two ways a Task names a function; any other integration fails and says which. */
export async function lambdaTask(lambda: LambdaRuntime, call: TaskCall): Promise<TaskOutcome> {
  const by = call.execution.arn;
  if (FUNCTION.test(call.resource)) {
    const { failure, payload } = await invoke(lambda, call.resource, call.arguments, by);
    return failure ?? { output: payload };
  }
  if (INVOKE.test(call.resource)) {
    const { FunctionName, Payload, Qualifier: _, ...others } = (call.arguments ?? {}) as Record<string, unknown>;
    const unknown = Object.keys(others)[0];
    if (unknown) return { error: 'States.Runtime', cause: `the embedded cloud's lambda:invoke takes no ${unknown}` };
    const { failure, payload } = await invoke(lambda, String(FunctionName), Payload, by);
    return failure ?? { output: { ExecutedVersion: '$LATEST', Payload: payload, StatusCode: 200 } };
  }
  return { error: 'States.Runtime', cause: `the embedded cloud has no integration ${call.resource}` };
}

async function invoke(lambda: LambdaRuntime, nameOrArn: string, event: unknown, by: string) {
  const name = lambda.nameOf(nameOrArn);
  if (!name) {
    const cause = `Function not found: ${nameOrArn} (Service: Lambda, Status Code: 404)`;
    return { failure: { error: 'Lambda.ResourceNotFoundException', cause }, payload: undefined };
  }
  const { failed, payload } = await lambda.invoke(name, event, by);
  if (!failed) return { payload };
  return { failure: { error: (payload as { errorType: string }).errorType, cause: JSON.stringify(payload) }, payload };
}
