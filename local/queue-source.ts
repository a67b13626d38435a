import type { Activity } from './activity.ts';
import { anyMatches, type Pattern } from './event-pattern.ts';
import { patternsOf } from './filter-criteria.ts';
import type { LambdaRuntime } from './lambda-runtime.ts';
import type { Message, Queue, Sqs } from './services/sqs.ts';
import type { Stack } from './template/stack.ts';

export type QueueSources = Readonly<{ deploy(stack: Stack): void; poll(queue: Queue): void }>;

type Source = Readonly<{
  functionArn: string;
  batchSize: number;
  reportsFailures: boolean;
  patterns: readonly Pattern[];
  concurrency: number;
}>;

/** As many pollers as Lambda starts with. */
const POLLERS = 5;

/** Queues mapped to functions: a batch that went through is deleted, the rest comes back when its time is over. */
export function queueSources(activity: Activity, lambda: LambdaRuntime, sqs: () => Sqs, region: string): QueueSources {
  const sources = new Map<string, Source>();
  const polling = new Map<string, number>();

  const poll = (queue: Queue) => {
    const source = sources.get(queue.name);
    const pollers = polling.get(queue.name) ?? 0;
    if (!source || pollers >= source.concurrency) return;
    polling.set(queue.name, pollers + 1);
    activity.soon(async () => {
      try {
        while (await takeBatch(queue, source));
      } finally {
        polling.set(queue.name, (polling.get(queue.name) ?? 1) - 1);
      }
    });
  };

  const takeBatch = async (
    queue: Queue,
    { functionArn, batchSize, patterns, reportsFailures }: Source,
  ): Promise<boolean> => {
    const received = sqs().receive(queue, batchSize);
    if (!received.length) return false;
    const wanted = received.filter(
      (message) => !patterns.length || anyMatches(patterns, { body: parsed(message.body) }),
    );
    for (const { receipt } of received.filter((message) => !wanted.includes(message)))
      sqs().remove(queue, String(receipt));
    if (!wanted.length) return true;

    const name = lambda.nameOf(functionArn);
    if (!name) throw new Error(`the queue ${queue.name} feeds a function that is not of this stack`);
    const { failed, payload } = await lambda.invoke(
      name,
      { Records: wanted.map((one) => recordOf(one, queue, region)) },
      queue.arn,
    );
    if (failed) return true;
    const failures = reportsFailures ? failuresOf(payload) : [];
    // An id that is not of the batch fails the whole of it, as in Lambda.
    if (failures.some((id) => !wanted.some((message) => message.id === id))) return true;
    for (const { id, receipt } of wanted) if (!failures.includes(id)) sqs().remove(queue, String(receipt));
    return true;
  };

  return {
    poll,
    deploy(stack) {
      sources.clear();
      for (const { properties } of stack.ofType('AWS::Lambda::EventSourceMapping')) {
        const arn = String(properties.EventSourceArn);
        if (!arn.startsWith('arn:aws:sqs:') || properties.Enabled === false) continue;
        const { MaximumConcurrency } = (properties.ScalingConfig ?? {}) as { MaximumConcurrency?: number };
        sources.set(arn.slice(arn.lastIndexOf(':') + 1), {
          functionArn: String(properties.FunctionName),
          batchSize: Number(properties.BatchSize ?? 10),
          reportsFailures:
            (properties.FunctionResponseTypes as string[] | undefined)?.includes('ReportBatchItemFailures') ?? false,
          patterns: patternsOf(properties.FilterCriteria),
          concurrency: MaximumConcurrency ?? POLLERS,
        });
      }
    },
  };
}

const recordOf = (message: Message, { arn }: Queue, awsRegion: string) => ({
  messageId: message.id,
  receiptHandle: message.receipt,
  body: message.body,
  attributes: {
    ApproximateReceiveCount: String(message.receives),
    SentTimestamp: String(message.sentAt),
    SenderId: 'EMBEDDED',
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
  },
  messageAttributes: message.attributes,
  md5OfBody: message.md5,
  eventSource: 'aws:sqs',
  eventSourceARN: arn,
  awsRegion,
});

const failuresOf = (payload: unknown): unknown[] => {
  const reported = (payload as { batchItemFailures?: { itemIdentifier?: unknown }[] } | null)?.batchItemFailures ?? [];
  return reported.map(({ itemIdentifier }) => itemIdentifier);
};

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
