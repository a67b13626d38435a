import { randomUUID } from 'node:crypto';
import type { Activity } from './activity.ts';
import type { AsyncInvocation } from './async-invocation.ts';
import type { Clock } from './clock.ts';
import type { LambdaRuntime } from './lambda-runtime.ts';
import type { Deliver, Target } from './rule-target.ts';
import type { EventBridge } from './services/eventbridge.ts';
import type { Sns } from './services/sns.ts';
import type { Sqs } from './services/sqs.ts';
import type { StepFunctions } from './services/step-functions.ts';

type Options = Readonly<{
  clock: Clock;
  activity: Activity;
  lambda: LambdaRuntime;
  invocations: AsyncInvocation;
  sqs: Sqs;
  states: () => StepFunctions;
  events: () => EventBridge;
  topics: () => Sns;
}>;

const FIRST_RETRY_MS = 60_000;
const MOST_RETRIES = 185;
const LONGEST_AGE_MS = 86_400_000;

/** Hands events of rules and schedules on: a function, a queue, a state machine, another bus. */
export function targetDelivery({
  clock,
  activity,
  lambda,
  invocations,
  sqs,
  states,
  events,
  topics,
}: Options): Deliver {
  const hand = ({ Arn }: Target, message: string, by: string) => {
    const name = lambda.nameOf(Arn);
    if (name) return invocations.invokeLater(name, JSON.parse(message), by);
    const queue = Arn.startsWith('arn:aws:sqs:') && sqs.find(Arn);
    if (queue) return void sqs.send(queue, message);
    if (Arn.includes(':stateMachine:')) return void states().start(Arn, message, randomUUID());
    if (Arn.includes(':event-bus/')) return forward(Arn, message);
    if (Arn.startsWith('arn:aws:sns:')) return void topics().publish(Arn, message);
    // A log group as target only keeps what the bus events keep already.
    if (Arn.startsWith('arn:aws:logs:')) return;
    throw new Error(`${Arn} is no target that is run here`);
  };

  const forward = (arn: string, message: string) => {
    const { source, 'detail-type': detailType, detail, resources } = JSON.parse(message);
    events().put(arn.slice(arn.indexOf('/') + 1), { source, detailType, detail, resources });
  };

  const deliver = async (target: Target, message: string, by: string, since: number, tries: number): Promise<void> => {
    try {
      hand(target, message, by);
    } catch (error) {
      const { MaximumRetryAttempts = MOST_RETRIES, MaximumEventAgeInSeconds = LONGEST_AGE_MS / 1000 } =
        target.RetryPolicy ?? {};
      const next = clock.now() + FIRST_RETRY_MS;
      if (tries <= MaximumRetryAttempts && next - since < MaximumEventAgeInSeconds * 1000) {
        clock.at(next, () => activity.soon(() => deliver(target, message, by, since, tries + 1)));
        return;
      }
      const deadLetters = sqs.find(target.DeadLetterConfig?.Arn ?? '');
      if (!deadLetters) return;
      const told = { RULE_ARN: by, TARGET_ARN: target.Arn, ERROR_MESSAGE: (error as Error).message };
      const attributes = Object.entries(told).map(
        ([name, StringValue]) => [name, { DataType: 'String', StringValue }] as const,
      );
      sqs.send(deadLetters, message, Object.fromEntries(attributes));
    }
  };

  return (target, message, by) => deliver(target, message, by, clock.now(), 1);
}
