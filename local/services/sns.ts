import { randomUUID } from 'node:crypto';
import { parts as smsParts } from '../../functions/domain/sms-parts.ts';
import type { Activity } from '../activity.ts';
import type { KeptList } from '../kept.ts';
import type { Meter } from '../meter.ts';
import { AwsError, unsupported } from '../protocol/aws-error.ts';
import { type Operations, operation } from '../protocol/operation.ts';
import type { Stack } from '../template/stack.ts';

export type SmsMessage = Readonly<{
  messageId: string;
  phone: string;
  text: string;
  attributes: Readonly<Record<string, string>>;
  parts: number;
  at: string;
}>;

/** What a topic passes on: to a function, a queue, or anything else only kept in the list. */
export type TopicMessage = Readonly<{
  messageId: string;
  topicArn: string;
  subject?: string;
  message: string;
  at: string;
}>;

export type Sns = Readonly<{
  operations: Operations;
  deploy(stack: Stack): void;
  publish(topicArn: string, message: string): void;
  /** The next publish to that number is refused with this error. */
  failNext(phone: string, error: Error): void;
  /** The next publish to that number is answered so much later. */
  slowNext(phone: string, ms: number): void;
}>;

type MessageAttribute = Readonly<{ Name: string; Value: Readonly<{ DataType: string; StringValue?: string }> }>;
type Publish = Readonly<{
  PhoneNumber?: string;
  TopicArn?: string;
  TargetArn?: string;
  Message?: string;
  Subject?: string;
  MessageAttributes?: readonly MessageAttribute[];
}>;

type Options = Readonly<{
  now: () => number;
  /** Time passes, and nothing else happens in it. */
  pass: (ms: number) => void;
  activity: Activity;
  meter: Meter;
  sms: KeptList<SmsMessage>;
  published: KeptList<TopicMessage>;
  toSubscriber: (protocol: string, endpoint: string, message: TopicMessage, raw: boolean) => unknown;
}>;

type Subscription = Readonly<{ topicArn: string; protocol: string; endpoint: string; raw: boolean }>;

const PHONE = /^\+[1-9]\d{1,14}$/;
const LONGEST_SMS_BYTES = 1600;

export function sns({ now, pass, activity, meter, sms, published, toSubscriber }: Options): Sns {
  const topics = new Set<string>();
  const failures = new Map<string, Error[]>();
  const delays = new Map<string, number>();
  let subscriptions: readonly Subscription[] = [];

  const text = (
    { PhoneNumber: phone = '', Message: message = '', MessageAttributes = [] }: Publish,
    invocation?: string,
  ) => {
    if (!PHONE.test(phone))
      throw new AwsError(
        'InvalidParameter',
        `Invalid parameter: PhoneNumber Reason: ${phone} is not valid to publish to`,
      );
    if (Buffer.byteLength(message) > LONGEST_SMS_BYTES)
      throw new AwsError('InvalidParameter', 'Invalid parameter: Message too long');
    pass(delays.get(phone) ?? 0);
    delays.delete(phone);
    const failure = failures.get(phone)?.shift();
    if (failure) throw new AwsError(failure.name === 'Error' ? 'InternalError' : failure.name, failure.message);
    const { parts } = smsParts(message);
    const attributes = Object.fromEntries(MessageAttributes.map(({ Name, Value }) => [Name, Value.StringValue ?? '']));
    const messageId = randomUUID();
    meter.record({ service: 'sns', what: 'SmsPart', resource: phone, quantity: parts, invocation });
    sms.add({ messageId, phone, text: message, attributes, parts, at: new Date(now()).toISOString() });
    return { MessageId: messageId };
  };

  const toTopic = (topicArn: string, { Subject: subject, Message: message = '' }: Publish, invocation?: string) => {
    if (!topics.has(topicArn)) throw new AwsError('NotFound', 'Topic does not exist', 404);
    const note: TopicMessage = {
      messageId: randomUUID(),
      topicArn,
      subject,
      message,
      at: new Date(now()).toISOString(),
    };
    meter.record({ service: 'sns', what: 'Publish', resource: topicArn, invocation });
    published.add(note);
    for (const { topicArn: of, protocol, endpoint, raw } of subscriptions) {
      if (of === topicArn) activity.soon(() => toSubscriber(protocol, endpoint, note, raw));
    }
    return { MessageId: note.messageId };
  };

  return {
    operations: {
      Publish: operation<Publish>(
        ['PhoneNumber', 'TopicArn', 'TargetArn', 'Message', 'Subject', 'MessageAttributes'],
        (input, { invocation }) => {
          const { PhoneNumber, TopicArn, TargetArn, Message } = input;
          if (!Message) throw new AwsError('InvalidParameter', 'Invalid parameter: Empty message');
          if (PhoneNumber) return text(input, invocation);
          const arn = TopicArn ?? TargetArn;
          if (!arn)
            throw new AwsError(
              'InvalidParameter',
              'Invalid parameter: TopicArn or TargetArn Reason: no value for required parameter',
            );
          return toTopic(arn, input, invocation);
        },
      ),
    },
    publish: (topicArn, message) => void toTopic(topicArn, { Message: message }),
    failNext: (phone, error) => failures.set(phone, [...(failures.get(phone) ?? []), error]),
    slowNext: (phone, ms) => void delays.set(phone, ms),
    deploy(stack) {
      topics.clear();
      for (const { arn } of stack.ofType('AWS::SNS::Topic')) topics.add(arn);
      subscriptions = stack.ofType('AWS::SNS::Subscription').map(({ logicalId, properties }) => {
        if (properties.FilterPolicy) throw unsupported(`the filter policy of ${logicalId}`);
        return {
          topicArn: String(properties.TopicArn),
          protocol: String(properties.Protocol),
          endpoint: String(properties.Endpoint),
          raw: properties.RawMessageDelivery === true,
        };
      });
    },
  };
}
