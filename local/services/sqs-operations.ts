import { AwsError } from '../protocol/aws-error.ts';
import { type Operations, operation } from '../protocol/operation.ts';
import type { Message, Queue, Sqs } from './sqs.ts';

type OfQueue = Readonly<{ QueueUrl: string }>;
type Send = OfQueue &
  Readonly<{ MessageBody: string; DelaySeconds?: number | string; MessageAttributes?: Record<string, unknown> }>;
type Receive = OfQueue &
  Readonly<{
    MaxNumberOfMessages?: number | string;
    VisibilityTimeout?: number | string;
    WaitTimeSeconds?: number | string;
    AttributeNames?: unknown;
    MessageAttributeNames?: unknown;
    MessageSystemAttributeNames?: unknown;
  }>;

/** A queue as its API tells it. Waiting for messages is left out: what there is, is there at once. */
export function sqsOperations(sqs: Sqs, now: () => number): Operations {
  const found = (address: string): Queue => {
    const queue = sqs.find(String(address));
    if (!queue) throw new AwsError('QueueDoesNotExist', `The specified queue does not exist: ${address}`);
    return queue;
  };
  const milliseconds = (value: number | string | undefined) => (value === undefined ? undefined : Number(value) * 1000);

  return {
    GetQueueUrl: operation<{ QueueName: string }>(['QueueName'], ({ QueueName }) => ({
      QueueUrl: found(QueueName).url,
    })),

    ListQueues: operation<{ QueueNamePrefix?: string }>(['QueueNamePrefix'], ({ QueueNamePrefix = '' }) => ({
      QueueUrls: sqs
        .queues()
        .filter(({ name }) => name.startsWith(QueueNamePrefix))
        .map(({ url }) => url),
    })),

    GetQueueAttributes: operation<OfQueue & { AttributeNames?: unknown }>(
      ['QueueUrl', 'AttributeNames'],
      ({ QueueUrl }) => ({
        Attributes: attributesOf(found(QueueUrl), now()),
      }),
    ),

    SendMessage: operation<Send>(
      ['QueueUrl', 'MessageBody', 'DelaySeconds', 'MessageAttributes'],
      ({ QueueUrl, MessageBody, DelaySeconds, MessageAttributes }) => {
        const { id, md5 } = sqs.send(found(QueueUrl), MessageBody, MessageAttributes, milliseconds(DelaySeconds));
        return { MessageId: id, MD5OfMessageBody: md5 };
      },
    ),

    ReceiveMessage: operation<Receive>(
      [
        'QueueUrl',
        'MaxNumberOfMessages',
        'VisibilityTimeout',
        'WaitTimeSeconds',
        'AttributeNames',
        'MessageAttributeNames',
        'MessageSystemAttributeNames',
      ],
      ({ QueueUrl, MaxNumberOfMessages = 1, VisibilityTimeout }) => ({
        Messages: sqs
          .receive(found(QueueUrl), Number(MaxNumberOfMessages), milliseconds(VisibilityTimeout))
          .map(received),
      }),
    ),

    DeleteMessage: operation<OfQueue & { ReceiptHandle: string }>(
      ['QueueUrl', 'ReceiptHandle'],
      ({ QueueUrl, ReceiptHandle }) => {
        sqs.remove(found(QueueUrl), ReceiptHandle);
        return {};
      },
    ),

    ChangeMessageVisibility: operation<OfQueue & { ReceiptHandle: string; VisibilityTimeout: number | string }>(
      ['QueueUrl', 'ReceiptHandle', 'VisibilityTimeout'],
      ({ QueueUrl, ReceiptHandle, VisibilityTimeout }) => {
        sqs.release(found(QueueUrl), ReceiptHandle, Number(VisibilityTimeout) * 1000);
        return {};
      },
    ),

    PurgeQueue: operation<OfQueue>(['QueueUrl'], ({ QueueUrl }) => {
      found(QueueUrl).messages = [];
      return {};
    }),
  };
}

const received = ({ id, body, md5, receipt, receives, sentAt }: Message) => ({
  MessageId: id,
  ReceiptHandle: receipt,
  MD5OfBody: md5,
  Body: body,
  Attributes: { ApproximateReceiveCount: String(receives), SentTimestamp: String(sentAt) },
});

const attributesOf = (
  { arn, messages, visibilityMs, delayMs, redrive }: Queue,
  now: number,
): Record<string, string> => ({
  QueueArn: arn,
  ApproximateNumberOfMessages: String(messages.filter(({ visibleAt }) => visibleAt <= now).length),
  ApproximateNumberOfMessagesNotVisible: String(
    messages.filter(({ visibleAt, receipt }) => receipt && visibleAt > now).length,
  ),
  ApproximateNumberOfMessagesDelayed: String(
    messages.filter(({ visibleAt, receipt }) => !receipt && visibleAt > now).length,
  ),
  VisibilityTimeout: String(visibilityMs / 1000),
  DelaySeconds: String(delayMs / 1000),
  ...(redrive ? { RedrivePolicy: JSON.stringify(redrive) } : {}),
});
