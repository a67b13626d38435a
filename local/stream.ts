import { createHash, randomUUID } from 'node:crypto';
import type { Activity } from './activity.ts';
import type { Clock } from './clock.ts';
import { anyMatches } from './event-pattern.ts';
import type { LambdaRuntime } from './lambda-runtime.ts';
import { type Item, itemSize } from './services/dynalite.ts';
import type { Change } from './services/dynamodb.ts';
import { batchToRetry, type Mapping, streamMappings } from './stream-mapping.ts';
import type { Stack } from './template/stack.ts';

export type StreamRecord = Readonly<{
  eventID: string;
  eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  eventSourceARN: string;
  dynamodb: Readonly<{ SequenceNumber: string; Keys: Item; ApproximateCreationDateTime: number }>;
}>;

/** A batch that no try could deliver, and why; kept by the mapping's on-failure destination. */
export type Undelivered = Readonly<{
  destination: string;
  functionArn: string;
  streamArn: string;
  shardId: string;
  condition: string;
  tries: number;
  records: readonly StreamRecord[];
}>;

export type Streams = Readonly<{
  deploy(stack: Stack): void;
  publish(change: Change): void;
}>;

type Options = Readonly<{
  clock: Clock;
  activity: Activity;
  lambda: LambdaRuntime;
  region: string;
  onUndelivered: (batch: Undelivered) => void;
}>;

type Shard = { waiting: StreamRecord[]; busy: boolean };

const SHARDS = 4;
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 60_000;

/** Table streams and the functions mapped to them: in order within a shard, shards side by side. */
export function streams({ clock, activity, lambda, region, onUndelivered }: Options): Streams {
  let mappings: readonly Mapping[] = [];
  const shards = new Map<string, Shard>();
  let sequence = 0;

  const shardOf = (mapping: Mapping, number: number) => {
    const id = `${mapping.id}/${number}`;
    const shard = shards.get(id) ?? { waiting: [], busy: false };
    shards.set(id, shard);
    return shard;
  };

  const work = async (mapping: Mapping, shard: Shard, shardId: string) => {
    if (shard.busy) return;
    shard.busy = true;
    while (shard.waiting.length) {
      const batch = shard.waiting.splice(0, mapping.batchSize);
      await deliver(mapping, shardId, batch, 1);
    }
    shard.busy = false;
  };

  /** Tries until the batch is through or given up; a shard does not go on before. */
  const deliver = async (
    mapping: Mapping,
    shardId: string,
    batch: readonly StreamRecord[],
    attempt: number,
  ): Promise<void> => {
    const name = lambda.nameOf(mapping.functionArn);
    if (!name) throw new Error(`the mapping ${mapping.id} names no function of this stack`);
    const { failed, payload } = await lambda.invoke(name, { Records: batch }, mapping.streamArn);
    const rest = batchToRetry(mapping, batch, failed, payload);
    if (!rest.length) return;

    const oldest = (batch[0] as StreamRecord).dynamodb.ApproximateCreationDateTime * 1000;
    const tooOld = clock.now() - oldest > mapping.maximumAgeMs;
    if (attempt > mapping.maximumRetries || tooOld) {
      if (!mapping.onFailure) return;
      const condition = tooOld ? 'RecordAgeExceeded' : 'RetryAttemptsExhausted';
      const { onFailure: destination, functionArn, streamArn } = mapping;
      onUndelivered({ destination, functionArn, streamArn, shardId, condition, tries: attempt, records: rest });
      return;
    }
    await pause(Math.min(FIRST_RETRY_MS * 2 ** (attempt - 1), LONGEST_RETRY_MS));
    if (mapping.bisect && failed && rest.length > 1) {
      const middle = Math.ceil(rest.length / 2);
      // Cutting a batch in two is no retry of it.
      await deliver(mapping, shardId, rest.slice(0, middle), attempt);
      return deliver(mapping, shardId, rest.slice(middle), attempt);
    }
    return deliver(mapping, shardId, rest, attempt + 1);
  };

  const pause = (ms: number) => {
    const resume = activity.pause();
    return new Promise<void>((resolve) => {
      clock.at(clock.now() + ms, () => {
        resume();
        resolve();
      });
    });
  };

  const recordOf = ({ keys, before, after, expired }: Change, { streamArn, viewType }: Mapping): StreamRecord => {
    const images = {
      ...(after && /NEW/.test(viewType) ? { NewImage: after } : {}),
      ...(before && /OLD/.test(viewType) ? { OldImage: before } : {}),
    };
    return {
      eventID: randomUUID().replaceAll('-', ''),
      eventName: !before ? 'INSERT' : after ? 'MODIFY' : 'REMOVE',
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: region,
      dynamodb: {
        ApproximateCreationDateTime: Math.floor(clock.now() / 1000),
        Keys: keys,
        ...images,
        SequenceNumber: String(100_000_000_000_000_000_000n + BigInt(++sequence)),
        SizeBytes: itemSize(keys) + Object.values(images).reduce((sum, image) => sum + itemSize(image), 0),
        StreamViewType: viewType,
      },
      eventSourceARN: streamArn,
      ...(expired ? { userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } } : {}),
    } as StreamRecord;
  };

  return {
    deploy(stack) {
      mappings = streamMappings(stack);
    },
    publish(change) {
      for (const mapping of mappings) {
        if (mapping.table !== change.table) continue;
        const record = recordOf(change, mapping);
        if (mapping.patterns.length && !anyMatches(mapping.patterns, record)) continue;
        const number = createHash('md5').update(JSON.stringify(change.keys)).digest().readUInt8(0) % SHARDS;
        const shardId = `shardId-${String(number).padStart(20, '0')}`;
        const shard = shardOf(mapping, number);
        shard.waiting.push(record);
        if (!shard.busy) activity.soon(() => work(mapping, shard, shardId));
      }
    },
  };
}
