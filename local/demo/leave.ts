import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { GetObjectCommand, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Desk } from './desk.ts';

const EVENTS_OF_THE_DESK = 'redress';

/**
 * Leaves what a run produced in a directory:
 * tables/<table>.jsonl · sms.jsonl · mail.jsonl · events.jsonl (the desk's, public) · history/<execution>.jsonl ·
 * logs/<function>.jsonl · logs/access.jsonl (of the API) · archive/ as the locked bucket has it: <ticket>/…, anchors/, keys/.
 */
export async function leave(desk: Desk, directory: string): Promise<void> {
  const { cloud } = desk;
  const put = (name: string, content: string | Uint8Array) => {
    const file = join(directory, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  const putLines = (name: string, rows: readonly unknown[]) =>
    put(name, rows.map((row) => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`).join(''));

  for (const [name, TableName] of Object.entries(desk.tables)) {
    const rows: unknown[] = [];
    for await (const { Items = [] } of paginateScan({ client: desk.db }, { TableName })) rows.push(...Items);
    putLines(`tables/${name}.jsonl`, rows);
  }
  putLines('sms.jsonl', cloud.sms);
  putLines('mail.jsonl', cloud.mail);
  // What channels put on the bus is their own, and names people.
  putLines(
    'events.jsonl',
    cloud.busEvents.filter(({ event }) => event.source === EVENTS_OF_THE_DESK),
  );
  for (const { name, execution } of cloud.executions) putLines(`history/${name}.jsonl`, execution?.history ?? []);
  for (const [name, lines] of cloud.logs) putLines(`logs/${name}.jsonl`, lines);
  putLines('logs/access.jsonl', cloud.accessLog);
  for await (const [key, bytes] of archived(desk)) put(`archive/${key}`, bytes);
}

async function* archived({ cloud }: Desk): AsyncGenerator<readonly [key: string, bytes: Uint8Array]> {
  const { AWS_ENDPOINT_URL, AWS_REGION, AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = cloud.env();
  const client = new S3Client({
    endpoint: AWS_ENDPOINT_URL,
    region: AWS_REGION,
    credentials: { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY },
    forcePathStyle: true,
  });
  const Bucket = cloud.resource('Archive/Bucket').name;
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket })) {
    for (const { Key = '' } of Contents) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
      yield [Key, (await Body?.transformToByteArray()) ?? new Uint8Array()];
    }
  }
}
