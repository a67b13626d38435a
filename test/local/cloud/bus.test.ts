import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { StartExecutionCommand } from '@aws-sdk/client-sfn';
import { expect, test } from 'vitest';
import { arn, invoke, machine, mapping, queue, rule } from './parts.ts';
import { clients, cloudOf, recorded, recorder } from './running.ts';

const bus = { Type: 'AWS::Events::EventBus', Properties: { Name: 'orders' } };

const put = (DetailType: string, detail: unknown, EventBusName = 'orders') =>
  new PutEventsCommand({ Entries: [{ EventBusName, Source: 'shop', DetailType, Detail: JSON.stringify(detail) }] });

test('an event reaches the function of a rule it matches, by way of a queue', async () => {
  const cloud = await cloudOf({
    functions: { Hear: recorder() },
    resources: {
      Bus: bus,
      Orders: queue(),
      Rule: rule({
        EventBusName: { Ref: 'Bus' },
        EventPattern: { source: ['shop'], 'detail-type': [{ prefix: 'Order' }] },
        Targets: [{ Arn: arn('Orders') }],
      }),
      Feed: mapping(arn('Orders'), 'Hear'),
    },
  });
  const { events } = clients(cloud);
  await events.send(put('OrderPlaced', { id: 1 }));
  await events.send(put('Refunded', { id: 2 }));
  await cloud.settle();
  const bodies = recorded(cloud, 'Hear').flatMap(({ Records }) =>
    Records.map((record: { body: string }) => JSON.parse(record.body)),
  );
  expect(bodies).toMatchObject([
    { version: '0', source: 'shop', 'detail-type': 'OrderPlaced', time: '2026-03-01T00:00:00Z', detail: { id: 1 } },
  ]);
  expect(cloud.busEvents.map(({ event }) => event['detail-type'])).toEqual(['OrderPlaced', 'Refunded']);
});

test('a bad entry fails alone: no bus, no detail, a source that is not ours', async () => {
  const cloud = await cloudOf({ resources: { Bus: bus } });
  const good = { EventBusName: 'orders', Source: 'shop', DetailType: 'OrderPlaced', Detail: '{}' };
  const Entries = [good, { ...good, EventBusName: 'none' }, { ...good, Detail: '[]' }, { ...good, Source: 'aws.s3' }];
  const answer = await clients(cloud).events.send(new PutEventsCommand({ Entries }));
  expect(answer).toMatchObject({
    FailedEntryCount: 3,
    Entries: [
      { EventId: expect.any(String) },
      { ErrorCode: 'ResourceNotFoundException' },
      { ErrorCode: 'MalformedDetail' },
      { ErrorCode: 'NotAuthorizedForSourceException' },
    ],
  });
});

test('a rule hears how an execution ended, and shapes what its target gets', async () => {
  const cloud = await cloudOf({
    functions: { Hear: recorder() },
    resources: {
      Machine: machine({ StartAt: 'Fail', States: { Fail: { Type: 'Fail', Error: 'Broken', Cause: 'a "quote"' } } }),
      Rule: rule({
        EventPattern: {
          source: ['aws.states'],
          detail: { status: ['FAILED', 'TIMED_OUT', 'ABORTED'], stateMachineArn: [{ Ref: 'Machine' }] },
        },
        Targets: [
          {
            Arn: arn('Hear'),
            InputTransformer: {
              InputPathsMap: { name: '$.detail.name', cause: '$.detail.cause', detail: '$.detail' },
              InputTemplate: '{"text": "<name>: <cause>", "error": <detail>}',
            },
          },
        ],
      }),
    },
  });
  const { sfn } = clients(cloud);
  await sfn.send(new StartExecutionCommand({ stateMachineArn: cloud.resource('Machine').arn, name: 'one' }));
  await cloud.settle();
  expect(recorded(cloud, 'Hear')).toMatchObject([
    { text: 'one: a "quote"', error: { status: 'FAILED', error: 'Broken' } },
  ]);
});

test('a function called by an event is tried three times, then its destination has the event', async () => {
  const cloud = await cloudOf({
    functions: { Hear: recorder('true'), Keep: recorder() },
    resources: {
      Lost: queue(),
      Config: {
        Type: 'AWS::Lambda::EventInvokeConfig',
        Properties: {
          FunctionName: { Ref: 'Hear' },
          MaximumRetryAttempts: 2,
          DestinationConfig: { OnFailure: { Destination: arn('Lost') } },
        },
      },
      Feed: mapping(arn('Lost'), 'Keep'),
    },
  });
  const { lambda } = clients(cloud);
  const FunctionName = cloud.resource('Hear').name;
  await lambda.send(new InvokeCommand({ FunctionName, InvocationType: 'Event', Payload: '{"n":1}' }));
  await cloud.settle();
  expect(recorded(cloud, 'Hear')).toHaveLength(1);
  await cloud.advanceBy(3 * 60_000);
  expect(recorded(cloud, 'Hear')).toHaveLength(3);
  const [{ Records }] = recorded(cloud, 'Keep');
  expect(JSON.parse(Records[0].body)).toMatchObject({
    requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 3 },
    requestPayload: { n: 1 },
    responsePayload: { errorType: 'NotToday' },
  });
});

test('a target that cannot be had is tried until its policy is over, then the event is a dead letter', async () => {
  const cloud = await cloudOf({
    functions: { Keep: recorder() },
    resources: {
      Bus: bus,
      Dead: queue(),
      Rule: rule({
        EventBusName: { Ref: 'Bus' },
        EventPattern: { source: ['shop'] },
        Targets: [
          {
            Arn: 'arn:aws:sqs:eu-west-1:000000000000:gone',
            DeadLetterConfig: { Arn: arn('Dead') },
            RetryPolicy: { MaximumRetryAttempts: 2 },
          },
        ],
      }),
      Feed: mapping(arn('Dead'), 'Keep'),
    },
  });
  await clients(cloud).events.send(put('OrderPlaced', { id: 1 }));
  await cloud.advanceBy(60_000);
  expect(recorded(cloud, 'Keep')).toEqual([]);
  await cloud.advanceBy(60_000);
  expect(JSON.parse(recorded(cloud, 'Keep')[0].Records[0].body)).toMatchObject({ detail: { id: 1 } });
});

test('a rule may start an execution', async () => {
  const cloud = await cloudOf({
    functions: { Hear: recorder() },
    resources: {
      Bus: bus,
      Machine: machine({ StartAt: 'Hear', States: { Hear: invoke('Hear') } }, { Hear: arn('Hear') }),
      Rule: rule({
        EventBusName: 'orders',
        EventPattern: { source: ['shop'] },
        Targets: [{ Arn: { Ref: 'Machine' }, InputPath: '$.detail' }],
      }),
    },
  });
  await clients(cloud).events.send(put('OrderPlaced', { id: 1 }));
  await cloud.settle();
  expect(recorded(cloud, 'Hear')).toEqual([{ id: 1 }]);
});
