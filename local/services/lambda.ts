import type { AsyncInvocation } from '../async-invocation.ts';
import type { LambdaRuntime } from '../lambda-runtime.ts';
import { AwsError, unsupported } from '../protocol/aws-error.ts';
import type { RestService } from '../wire.ts';

const INVOKE = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

/** Invoke of the Lambda API: at once, later, or only to see whether it could be. */
export function lambdaApi(lambda: LambdaRuntime, invocations: AsyncInvocation): RestService {
  return async ({ method, path, headers, body }) => {
    const [, asked] = INVOKE.exec(path) ?? [];
    if (method !== 'POST' || !asked) throw unsupported(`Lambda ${method} ${path}`);
    const name = lambda.nameOf(decodeURIComponent(asked));
    if (!name) throw new AwsError('ResourceNotFoundException', `Function not found: ${decodeURIComponent(asked)}`, 404);
    const event = body.length ? JSON.parse(body.toString()) : {};
    switch (headers['x-amz-invocation-type'] ?? 'RequestResponse') {
      case 'DryRun':
        return { status: 204 };
      case 'Event':
        invocations.invokeLater(name, event, 'Invoke');
        return { status: 202 };
      default: {
        const { payload, failed } = await lambda.invoke(name, event, 'Invoke');
        const outcome = {
          'x-amz-executed-version': '$LATEST',
          ...(failed ? { 'x-amz-function-error': 'Unhandled' } : {}),
        };
        return {
          status: 200,
          headers: { 'content-type': 'application/json', ...outcome },
          body: JSON.stringify(payload),
        };
      }
    }
  };
}
