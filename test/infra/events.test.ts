import { expect, test } from 'vitest';
import { anyMatches, matches } from '../../local/event-pattern.ts';
import { patternsOf } from '../../local/filter-criteria.ts';
import { nameOf, type Properties, propertiesOf, resourcesOf, target } from './template.ts';

const queues = resourcesOf('AWS::SQS::Queue');
const functions = resourcesOf('AWS::Lambda::Function');
const rules = propertiesOf('AWS::Events::Rule');
const mappings = propertiesOf('AWS::Lambda::EventSourceMapping');
const [stream, ...otherStreams] = mappings.filter(({ EventSourceArn }) =>
  JSON.stringify(EventSourceArn).includes('StreamArn'),
);
const fromQueues = mappings.filter((mapping) => mapping !== stream);

/** The listener behind the rules that match an event, by way of its queue where it has one. */
function heardBy(event: Properties, bus: 'default' | 'custom' = 'custom'): string[] {
  const matching = rules.filter(
    ({ EventPattern, EventBusName }) =>
      EventPattern && Boolean(EventBusName) === (bus === 'custom') && matches(resolved(EventPattern), event),
  );
  const targets = matching.flatMap(({ Targets = [] }) => Targets.map(({ Arn }: Properties) => target(Arn)));
  return targets.flatMap((id) => {
    const direct = functions[id];
    const mapping = fromQueues.find(({ EventSourceArn }) => target(EventSourceArn) === id);
    const listener = direct ?? functions[target(mapping?.FunctionName) ?? ''];
    return listener ? [nameOf(listener)] : [];
  });
}

const resolved = (pattern: Properties) =>
  JSON.parse(JSON.stringify(pattern).replaceAll(/\{"Ref":"([^"]+)"\}/g, '"$1"'));

test.for([
  ['channel.app', 'ComplaintPosted', ['receive-event']],
  ['channel.weibo', 'ComplaintPosted', ['receive-event']],
  ['core-banking', 'CommandCarriedOut', ['hear-core-banking']],
  ['core-banking', 'CommandFailed', ['hear-core-banking']],
  // What the desk itself says is not heard again, and nobody speaks for another.
  ['redress', 'CommandCarriedOut', []],
  ['channel.app', 'CommandCarriedOut', []],
  ['core-banking', 'ComplaintPosted', []],
  ['somebody', 'ComplaintPosted', []],
] as const)('from %s, %s goes to %s', ([source, type, listeners]) => {
  expect(heardBy({ source, 'detail-type': type })).toEqual(listeners);
});

test.for([
  ['FAILED', ['hear-lost-execution']],
  ['TIMED_OUT', ['hear-lost-execution']],
  ['ABORTED', ['hear-lost-execution']],
  ['SUCCEEDED', []],
  ['RUNNING', []],
] as const)('an execution of ours that is %s is heard by %s', ([status, listeners]) => {
  const [ours] = Object.keys(resourcesOf('AWS::StepFunctions::StateMachine'));
  const event = { source: 'aws.states', 'detail-type': 'Step Functions Execution Status Change' };
  expect(heardBy({ ...event, detail: { stateMachineArn: ours, status } }, 'default')).toEqual(listeners);
  expect(heardBy({ ...event, detail: { stateMachineArn: 'another', status } }, 'default')).toEqual([]);
});

test('the watch runs every minute, and the next minute is its only retry', () => {
  const [schedule, ...others] = rules.filter(({ ScheduleExpression }) => ScheduleExpression);
  expect(others).toEqual([]);
  expect(schedule?.ScheduleExpression).toBe('rate(1 minute)');
  expect(nameOf(functions[target(schedule?.Targets[0].Arn) ?? ''] as never)).toBe('watch');
  expect(schedule?.Targets[0].RetryPolicy.MaximumRetryAttempts).toBe(0);
});

test('a batch is never handed out twice while it is worked on', () => {
  expect(fromQueues).toHaveLength(3);
  for (const { EventSourceArn, FunctionName, FunctionResponseTypes } of fromQueues) {
    const { VisibilityTimeout } = queues[target(EventSourceArn) ?? '']?.Properties ?? {};
    expect(VisibilityTimeout).toBeGreaterThanOrEqual(6 * functions[target(FunctionName) ?? '']?.Properties.Timeout);
    expect(FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
  }
});

test('what cannot be delivered or taken waits in a queue that keeps it for fourteen days', () => {
  const letters = fromQueues.map(({ EventSourceArn }) =>
    target(queues[target(EventSourceArn) ?? '']?.Properties.RedrivePolicy),
  );
  const ofRules = rules.filter(({ ScheduleExpression }) => !ScheduleExpression).flatMap(({ Targets = [] }) => Targets);
  const ofListeners = ofRules.filter(({ Arn }: Properties) => !JSON.stringify(Arn).includes('Topic'));
  const undelivered = ofListeners.map(({ DeadLetterConfig }: Properties) => target(DeadLetterConfig));
  const asynchronous = propertiesOf('AWS::Lambda::EventInvokeConfig').flatMap(
    ({ DestinationConfig }) => target(DestinationConfig) ?? [],
  );
  for (const id of [...letters, ...undelivered, ...asynchronous]) {
    expect(queues[id ?? '']?.Properties.MessageRetentionPeriod).toBe(14 * 86_400);
  }
  expect(asynchronous).toHaveLength(1);
});

const record = (eventName: string, pk: string, sk = 'EVENT#000002') => ({
  eventName,
  dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } } },
});

test.for([
  ['the first event of a ticket', record('INSERT', 'TICKET#0', 'EVENT#000001'), true],
  ['every further event', record('INSERT', 'TICKET#0'), true],
  ['a token kept on the item that opened its task', record('MODIFY', 'TICKET#0'), true],
  ['a post that was refused', record('INSERT', 'REFUSED#0', 'REFUSED'), true],
  ['the next look, moved on the first item', record('MODIFY', 'TICKET#0', 'EVENT#000001'), false],
  ['a link that was minted', record('INSERT', 'LINK#0', 'LINK'), false],
  ['a link that expired', record('REMOVE', 'LINK#0', 'LINK'), false],
  ['its own views', record('INSERT', 'QUEUE#risk-control#0'), false],
] as const)('the relay hears of %s: %o', ([, event, isHeard]) => {
  expect(otherStreams).toEqual([]);
  expect(anyMatches(patternsOf(stream?.FilterCriteria), event)).toBe(isHeard);
});

test('the relay tries eight times for a day, halves a failing batch, and keeps the records it gives up', () => {
  expect(stream).toMatchObject({
    BatchSize: 10,
    BisectBatchOnFunctionError: true,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    MaximumRetryAttempts: 8,
    MaximumRecordAgeInSeconds: 86_400,
    ParallelizationFactor: 4,
    StartingPosition: 'TRIM_HORIZON',
  });
  const destination = target(stream?.DestinationConfig.OnFailure.Destination) ?? '';
  expect(resourcesOf('AWS::S3::Bucket')).toHaveProperty(destination);
});
