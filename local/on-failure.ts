import { randomUUID } from 'node:crypto';
import type { Clock } from './clock.ts';
import type { Meter } from './meter.ts';
import type { Buckets } from './services/s3-buckets.ts';
import type { Sqs } from './services/sqs.ts';
import type { Undelivered } from './stream.ts';

type Options = Readonly<{ clock: Clock; meter: Meter; buckets: Buckets; sqs: Sqs }>;

/** Hands what a stream could not deliver to the mapping's destination: S3 keeps the records, a queue only where they were. */
export const toDestination =
  ({ clock, meter, buckets, sqs }: Options) =>
  (failed: Undelivered): void => {
    const { destination, functionArn, records, streamArn, shardId } = failed;
    const note = noteOf(failed, clock.now());
    const queue = sqs.find(destination);
    if (queue) {
      sqs.send(queue, JSON.stringify(note));
      return;
    }
    const bucket = buckets.find(destination.replace(/^arn:aws:s3:::/, ''));
    if (!bucket)
      throw new Error(`${destination}, the failure destination of ${functionArn}, is no bucket or queue of this stack`);
    const [date = '', time = ''] = note.timestamp.split('T');
    const folder = `aws/lambda/${streamArn.split('/')[1]}/${shardId}/${date.replaceAll('-', '/')}`;
    const key = `${folder}/${date}T${time.slice(0, 8).replaceAll(':', '.')}-${randomUUID()}`;
    buckets.put(bucket, key, {
      body: Buffer.from(JSON.stringify({ ...note, payload: JSON.stringify({ Records: records }) })),
      headers: { 'content-type': 'application/json' },
    });
    meter.record({ service: 's3', what: 'PutObject', resource: bucket.name });
  };

function noteOf({ functionArn, streamArn, shardId, condition, tries, records }: Undelivered, now: number) {
  const [first, last] = [records[0]?.dynamodb, records.at(-1)?.dynamodb];
  const arrival = (seconds: number | undefined) => new Date((seconds ?? 0) * 1000).toISOString();
  return {
    requestContext: { requestId: randomUUID(), functionArn, condition, approximateInvokeCount: tries },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: new Date(now).toISOString(),
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: first?.SequenceNumber,
      endSequenceNumber: last?.SequenceNumber,
      approximateArrivalOfFirstRecord: arrival(first?.ApproximateCreationDateTime),
      approximateArrivalOfLastRecord: arrival(last?.ApproximateCreationDateTime),
      batchSize: records.length,
      streamArn,
    },
  };
}
