import { expect, test } from 'vitest';
import { publicForm } from '../../functions/domain/public-form.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { propertiesOf, resourcesOf, target, template } from './template.ts';

const alarms = propertiesOf('AWS::CloudWatch::Alarm');
const queues = resourcesOf('AWS::SQS::Queue');
const [topic] = Object.keys(resourcesOf('AWS::SNS::Topic'));

test('every alarm rings at the one topic, and says what happened', () => {
  for (const { AlarmActions, AlarmDescription } of alarms) {
    expect(AlarmActions.map(target)).toEqual([topic]);
    expect(AlarmDescription.length).toBeGreaterThan(20);
  }
});

test.for([
  ['AWS/States', 'ExecutionsFailed'],
  ['AWS/States', 'ExecutionsTimedOut'],
  ['AWS/Lambda', 'OnFailureDestinationDeliveredEventCount'],
  ['AWS/Lambda', 'DroppedEventCount'],
  ['AWS/Lambda', 'IteratorAge'],
  ['AWS/Lambda', 'Errors', 2],
  ['AWS/SNS', 'SMSMonthToDateSpentUSD'],
  ['AWS/SNS', 'SMSSuccessRate'],
] as const)('there is an alarm on %s %s', ([namespace, name, count = 1]) => {
  expect(alarms.filter(({ Namespace, MetricName }) => Namespace === namespace && MetricName === name)).toHaveLength(
    count,
  );
});

test('every queue of dead letters has an alarm on its first letter', () => {
  const letters = Object.keys(queues).filter((id) => queues[id]?.Properties.MessageRetentionPeriod);
  expect(letters).toHaveLength(5);
  const watched = alarms.filter(
    ({ MetricName, Threshold }) => MetricName === 'ApproximateNumberOfMessagesVisible' && Threshold === 0,
  );
  expect(watched.map(({ Dimensions }) => target(Dimensions)).sort()).toEqual(letters.sort());
});

test('a watch or an anchor that does not run at all rings, too', () => {
  const silent = alarms.filter(({ MetricName }) => MetricName === 'Invocations');
  expect(silent).toHaveLength(2);
  for (const alarm of silent)
    expect(alarm).toMatchObject({ ComparisonOperator: 'LessThanThreshold', TreatMissingData: 'breaching' });
});

test('the SMS alarm rings before the limit, at which SNS stops in silence', () => {
  const spend = alarms.find(({ MetricName }) => MetricName === 'SMSMonthToDateSpentUSD');
  expect(spend?.Threshold).toBeLessThan(1);
});

test("ticket events are counted by rules that the relay's events match", () => {
  const counted = propertiesOf('AWS::Events::Rule').filter(({ EventPattern }) => EventPattern?.source[0] === 'redress');
  expect(counted.map(({ EventPattern }) => EventPattern['detail-type'][0])).toEqual(
    expect.arrayContaining(['Overdue', 'Parked', 'ExecutionLost']),
  );
  for (const { EventPattern } of counted) {
    const type = EventPattern['detail-type'][0];
    const detail = Object.entries<unknown[]>(EventPattern.detail ?? {}).map(([name, values]) => [name, values[0]]);
    expect(
      publicForm({ type, ...Object.fromEntries(detail) } as TicketEvent)?.type,
      `${type} never reaches the bus`,
    ).toBe(type);
  }
  const named = new Set(counted.map(({ Name }) => Name));
  const ofRules = alarms.filter(({ Namespace }) => Namespace === 'AWS/Events');
  for (const { Dimensions } of ofRules) {
    expect(named).toContain(Dimensions.find(({ Name }: { Name: string }) => Name === 'RuleName').Value);
  }
});

test('an overdue and a parked ticket are told by their number', () => {
  const told = propertiesOf('AWS::Events::Rule').filter(({ Targets = [] }) =>
    Targets.some(({ Arn }: { Arn: unknown }) => target(Arn) === topic),
  );
  expect(told.map(({ EventPattern }) => EventPattern['detail-type'][0]).sort()).toEqual(['Overdue', 'Parked']);
});

test('CloudWatch and EventBridge may ring: on the topic, and with its key', () => {
  const ringers = ['cloudwatch.amazonaws.com', 'events.amazonaws.com'];
  const [policy] = propertiesOf('AWS::SNS::TopicPolicy');
  const key = resourcesOf('AWS::KMS::Key')[target(propertiesOf('AWS::SNS::Topic')[0]?.KmsMasterKeyId) ?? ''];
  for (const document of [policy?.PolicyDocument, key?.Properties.KeyPolicy]) {
    const services = document.Statement.filter(({ Effect }: { Effect: string }) => Effect === 'Allow');
    expect(
      services.flatMap(({ Principal }: { Principal: { Service?: string | string[] } }) => Principal.Service ?? []),
    ).toEqual(expect.arrayContaining(ringers));
  }
});

test('the dashboard shows every alarm', () => {
  const [dashboard, ...others] = propertiesOf('AWS::CloudWatch::Dashboard');
  expect(others).toEqual([]);
  const shown = JSON.stringify(dashboard?.DashboardBody);
  for (const id of Object.keys(resourcesOf('AWS::CloudWatch::Alarm'))) expect(shown).toContain(id);
});

test('the outputs name what an operator needs', () => {
  expect(Object.keys(template.Outputs)).toEqual(
    expect.arrayContaining([
      'BusName',
      'ApiUrl',
      'StateMachineArn',
      'TicketsTable',
      'CaseFilesTable',
      'ChannelsSecret',
      'AlarmTopic',
    ]),
  );
});
