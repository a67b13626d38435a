import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Desk } from '../demo/desk.ts';
import type { Template } from '../template/assembly.ts';
import type { Resource } from '../template/stack.ts';
import { type Alarm, alarms } from './alarms.ts';

const STACK = 'Redress';

export type Health = Readonly<{
  /** Messages of each queue of the stack. */
  queues: readonly Readonly<{ name: string; messages: number; deadLetters: boolean }>[];
  /** Records of the log that the relay gave up. */
  failures: number;
  /** Executions by how they ended. */
  executions: Readonly<Record<string, number>>;
  alarms: readonly Alarm[];
}>;

/** Whether anything was set aside that somebody should look at. */
export const health = ({ cloud }: Pick<Desk, 'cloud'>, template: Template) => {
  const {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID = '',
    AWS_SECRET_ACCESS_KEY = '',
  } = cloud.env();
  const credentials = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY };
  const sqs = new SQSClient({ endpoint, region, credentials });
  const s3 = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
  const ofType = (type: string) => cloud.resources.filter((resource) => resource.type === type);

  async function messagesIn({ ref }: Resource): Promise<number> {
    const names = { AttributeNames: ['ApproximateNumberOfMessages' as const] };
    const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl: ref, ...names }));
    return Number(Attributes?.ApproximateNumberOfMessages ?? 0);
  }

  async function failures(): Promise<readonly number[]> {
    const bucket = ofType('AWS::S3::Bucket').find(({ path }) => path === 'Relay/Failures');
    if (!bucket) return [];
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket.name }));
    return Contents.map(({ LastModified }) => LastModified?.getTime() ?? 0);
  }

  return async (): Promise<Health> => {
    const queues = ofType('AWS::SQS::Queue');
    const gaveUp = await failures();
    const counts = await Promise.all(queues.map(messagesIn));
    const { executions, busEvents } = cloud;
    const stopped = (status: string) =>
      executions.flatMap((one) => (one.status === status && one.stoppedAt ? [one.stoppedAt] : []));
    const told = Map.groupBy(busEvents, ({ event }) => event['detail-type']);
    const matched = ['Overdue', 'Parked', 'MessageFailed'].map((type) => [
      `MatchedEvents ${STACK}-${type}`,
      (told.get(type) ?? []).map(({ event }) => Date.parse(event.time)),
    ]);
    const [ExecutionsFailed, ExecutionsTimedOut, ExecutionsAborted] = ['FAILED', 'TIMED_OUT', 'ABORTED'].map(stopped);
    const byStatus = Map.groupBy(executions, ({ status }) => status);
    return {
      queues: queues.map(({ path }, i) => ({
        name: path.replace(/^Intake\//, ''),
        messages: counts[i] ?? 0,
        deadLetters: /DeadLetters$/.test(path),
      })),
      failures: gaveUp.length,
      executions: Object.fromEntries([...byStatus].map(([status, some]) => [status, some.length])),
      alarms: alarms(template, {
        now: cloud.now().getTime(),
        counted: {
          ...Object.fromEntries(matched),
          OnFailureDestinationDeliveredEventCount: gaveUp,
          ...(ExecutionsFailed && { ExecutionsFailed }),
          ...(ExecutionsTimedOut && { ExecutionsTimedOut }),
          ...(ExecutionsAborted && { ExecutionsAborted }),
        },
        messages: Object.fromEntries(queues.map(({ logicalId }, i) => [logicalId, counts[i] ?? 0])),
      }),
    };
  };
};
