import type { Activity } from './activity.ts';
import type { Clock } from './clock.ts';
import type { LambdaRuntime } from './lambda-runtime.ts';
import type { Stack } from './template/stack.ts';

export type AsyncInvocation = Readonly<{
  deploy(stack: Stack): void;
  /** Takes the event and answers at once; Lambda tries it up to three times and then hands it to its destination. */
  invokeLater(functionName: string, event: unknown, by: string): void;
}>;

type Config = Readonly<{ retries: number; onFailure?: string; deadLetters?: string }>;

/** Where an event goes that no try could process; a body for a destination, the event itself for a dead-letter queue. */
export type SendTo = (arn: string, body: string) => void;

type Options = Readonly<{ clock: Clock; activity: Activity; lambda: LambdaRuntime; sendTo: SendTo }>;

const RETRIES = 2;
const MINUTE = 60_000;

export function asyncInvocation({ clock, activity, lambda, sendTo }: Options): AsyncInvocation {
  const configs = new Map<string, Config>();

  const attempt = async (functionName: string, event: unknown, by: string, tries: number) => {
    const { failed, payload, requestId } = await lambda.invoke(functionName, event, by);
    if (!failed) return;
    const { retries = RETRIES, onFailure, deadLetters } = configs.get(functionName) ?? {};
    if (tries <= retries) {
      clock.at(clock.now() + tries * MINUTE, () => activity.soon(() => attempt(functionName, event, by, tries + 1)));
      return;
    }
    if (deadLetters) sendTo(deadLetters, JSON.stringify(event));
    if (onFailure) sendTo(onFailure, JSON.stringify(failureRecord(functionName, event, payload, requestId, tries)));
  };

  const failureRecord = (functionName: string, event: unknown, payload: unknown, requestId: string, tries: number) => ({
    version: '1.0',
    timestamp: new Date(clock.now()).toISOString(),
    requestContext: {
      requestId,
      functionArn: `${functionName}:$LATEST`,
      condition: 'RetriesExhausted',
      approximateInvokeCount: tries,
    },
    requestPayload: event,
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    responsePayload: payload,
  });

  return {
    deploy(stack) {
      configs.clear();
      for (const { name, properties } of stack.ofType('AWS::Lambda::Function')) {
        const deadLetters = (properties.DeadLetterConfig as { TargetArn?: string } | undefined)?.TargetArn;
        configs.set(name, { retries: RETRIES, deadLetters });
      }
      for (const { properties } of stack.ofType('AWS::Lambda::EventInvokeConfig')) {
        const name = lambda.nameOf(String(properties.FunctionName)) ?? '';
        const { OnFailure } = (properties.DestinationConfig ?? {}) as { OnFailure?: { Destination: string } };
        const retries = Number(properties.MaximumRetryAttempts ?? RETRIES);
        configs.set(name, { ...configs.get(name), retries, onFailure: OnFailure?.Destination });
      }
    },
    invokeLater: (functionName, event, by) => activity.soon(() => attempt(functionName, event, by, 1)),
  };
}
