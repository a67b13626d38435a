import type { AsyncInvocation } from './async-invocation.ts';
import type { LambdaRuntime } from './lambda-runtime.ts';
import type { TopicMessage } from './services/sns.ts';
import type { Sqs } from './services/sqs.ts';

/** Hands a topic's message to a function or a queue. Whom it would reach by mail or telephone is not disturbed. */
export const toSubscriber =
  (lambda: LambdaRuntime, invocations: AsyncInvocation, sqs: Sqs) =>
  (
    protocol: string,
    endpoint: string,
    { messageId, topicArn, subject, message, at }: TopicMessage,
    raw: boolean,
  ): void => {
    const note = {
      Type: 'Notification',
      MessageId: messageId,
      TopicArn: topicArn,
      ...(subject ? { Subject: subject } : {}),
      Message: message,
      Timestamp: at,
    };
    const name = protocol === 'lambda' ? lambda.nameOf(endpoint) : undefined;
    const queue = protocol === 'sqs' ? sqs.find(endpoint) : undefined;
    if (name)
      invocations.invokeLater(
        name,
        { Records: [{ EventSource: 'aws:sns', EventVersion: '1.0', Sns: note }] },
        topicArn,
      );
    if (queue) sqs.send(queue, raw ? message : JSON.stringify(note));
  };
