import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { paginateGetExecutionHistory } from '@aws-sdk/client-sfn';
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import type { PlayedDesk } from './played-desk.ts';

/** Every text that the desk keeps or gives out, by the place where it is found: tables, archive, messages, events, logs. */
export async function everythingKept({ cloud, db, tables, sfn }: PlayedDesk): Promise<[place: string, text: string][]> {
  const kept: [string, string][] = [];
  const keep = (place: string, text: unknown) => kept.push([place, JSON.stringify(text)]);

  for (const [name, TableName] of Object.entries(tables)) {
    for await (const { Items = [] } of paginateScan({ client: db }, { TableName }))
      for (const item of Items) keep(`table ${name}`, item);
  }
  const { AWS_REGION: region } = cloud.env();
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  const s3 = new S3Client({ endpoint: cloud.url, region, credentials, forcePathStyle: true });
  for (const { name: Bucket } of cloud.resources.filter(({ type }) => type === 'AWS::S3::Bucket')) {
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
    for (const { Key } of Contents) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      keep(`object ${Key}`, await Body?.transformToString());
    }
  }
  for (const { arn, input } of cloud.executions) {
    keep('execution', input);
    for await (const { events } of paginateGetExecutionHistory({ client: sfn }, { executionArn: arn }))
      keep('history', events);
  }
  for (const { text } of cloud.sms) keep('SMS', text);
  // To whom it goes is no text.
  for (const { to: _, ...message } of cloud.mail) keep('mail', message);
  for (const message of cloud.published) keep('topic', message);
  for (const { event } of cloud.busEvents) if (event.source === 'redress') keep('bus', event.detail);
  for (const [name, lines] of cloud.logs) for (const line of lines) keep(`log ${name}`, line);
  for (const line of cloud.accessLog) keep('access log', line);
  return kept;
}
