import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { arn, mapping, queue } from './parts.ts';
import { clients, cloudOf, recorded, recorder } from './running.ts';

async function work(fails: string, answer = 'undefined', feed: object = {}) {
  const RedrivePolicy = { deadLetterTargetArn: arn('Dead'), maxReceiveCount: 2 };
  const cloud = await cloudOf({
    functions: { Hear: recorder(fails, answer) },
    resources: {
      Work: queue({ VisibilityTimeout: 60, RedrivePolicy }),
      Dead: queue(),
      Feed: mapping(arn('Work'), 'Hear', feed),
    },
  });
  const { sqs } = clients(cloud);
  const QueueUrl = cloud.resource('Work').ref;
  const DeadLetters = cloud.resource('Dead').ref;
  const send = (MessageBody: string) => sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
  const dead = async () =>
    (await sqs.send(new ReceiveMessageCommand({ QueueUrl: DeadLetters, MaxNumberOfMessages: 10 }))).Messages ?? [];
  const bodies = () => recorded(cloud, 'Hear').map(({ Records }) => Records.map(({ body }: { body: string }) => body));
  return { cloud, sqs, send, dead, bodies };
}

test('a message that fails comes back when its time is over, and is set aside after the last try', async () => {
  const { cloud, send, dead, bodies } = await work('true');
  await send('bad');
  await cloud.settle();
  expect(bodies()).toEqual([['bad']]);
  await cloud.advanceBy(60_000);
  expect(bodies()).toEqual([['bad'], ['bad']]);
  await cloud.advanceBy(60_000);
  expect(bodies()).toHaveLength(2);
  expect(await dead()).toMatchObject([{ Body: 'bad' }]);
});

test('of a batch only what was reported comes back', async () => {
  const failures =
    "event.Records.filter(({ body }) => body === 'bad').map(({ messageId }) => ({ itemIdentifier: messageId }))";
  const { cloud, send, dead, bodies } = await work('false', `{ batchItemFailures: ${failures} }`, {
    FunctionResponseTypes: ['ReportBatchItemFailures'],
  });
  await Promise.all(['good', 'bad', 'fine'].map(send));
  await cloud.advanceBy(120_000);
  expect(bodies().flat().sort()).toEqual(['bad', 'bad', 'fine', 'good']);
  expect(await dead()).toMatchObject([{ Body: 'bad' }]);
});

test('a queue can be looked into, as the CLI does', async () => {
  const cloud = await cloudOf({ resources: { Plain: queue({ QueueName: 'plain', VisibilityTimeout: 30 }) } });
  const { sqs } = clients(cloud);
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: 'plain' }));
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'one' }));
  const counts = async () =>
    (await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }))).Attributes;
  expect(await counts()).toMatchObject({ ApproximateNumberOfMessages: '1', VisibilityTimeout: '30' });

  const [message] = (await sqs.send(new ReceiveMessageCommand({ QueueUrl }))).Messages ?? [];
  expect(await counts()).toMatchObject({
    ApproximateNumberOfMessages: '0',
    ApproximateNumberOfMessagesNotVisible: '1',
  });
  await cloud.advanceBy(30_000);
  const [again] = (await sqs.send(new ReceiveMessageCommand({ QueueUrl }))).Messages ?? [];
  expect(again).toMatchObject({ MessageId: message?.MessageId, Attributes: { ApproximateReceiveCount: '2' } });

  await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: again?.ReceiptHandle }));
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'two' }));
  await sqs.send(new PurgeQueueCommand({ QueueUrl }));
  expect(await counts()).toMatchObject({
    ApproximateNumberOfMessages: '0',
    ApproximateNumberOfMessagesNotVisible: '0',
  });
});
