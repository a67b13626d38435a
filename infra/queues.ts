import { Duration } from 'aws-cdk-lib';
import { type Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { type EventPattern, type IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/**
 * An event that cannot be taken is tried for so long before a person must look: longer than the longest window of the
 * intake's limits, so that what they put off is taken in the next one.
 */
const PATIENCE = Duration.minutes(75);
/** Batches taken at once: a flood of events waits in its queue, and leaves the account's functions to everybody else. */
const AT_ONCE = 20;
/** AWS asks for six times the function's timeout, or a slow batch is handed out twice. */
const VISIBILITY = 6;

// SQS's own encryption: under a customer's key EventBridge could not write its dead letters.
const queue = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };

/** Where what nobody could take waits for a person; each one has its alarm. */
export class DeadLetters extends Queue {
  /** What its alarm is called after. */
  readonly hears: string;

  constructor(scope: Construct, hears: string) {
    super(scope, `${hears}DeadLetters`, { ...queue, retentionPeriod: Duration.days(14) });
    this.hears = hears;
  }
}

/** Events of the bus that match, by way of a queue, to the function that hears them. */
export class Hearing extends Construct {
  /** How old its oldest event is. */
  readonly age: Metric;

  constructor(scope: Construct, id: string, eventBus: IEventBus, eventPattern: EventPattern, listener: Lambda) {
    super(scope, id);
    const visibility = VISIBILITY * (listener.timeout?.toSeconds() ?? 0);
    const deadLetterQueue = new DeadLetters(this, id);
    const waiting = new Queue(this, 'Queue', {
      ...queue,
      visibilityTimeout: Duration.seconds(visibility),
      deadLetterQueue: { queue: deadLetterQueue, maxReceiveCount: Math.ceil(PATIENCE.toSeconds() / visibility) },
    });
    this.age = waiting.metricApproximateAgeOfOldestMessage({ statistic: Stats.MAXIMUM });
    new Rule(this, 'Rule', { eventBus, eventPattern, targets: [new SqsQueue(waiting, { deadLetterQueue })] });
    listener.addEventSource(
      new SqsEventSource(waiting, { batchSize: 10, reportBatchItemFailures: true, maxConcurrency: AT_ONCE }),
    );
  }
}
