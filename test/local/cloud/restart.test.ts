import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DecryptCommand, GenerateDataKeyCommand } from '@aws-sdk/client-kms';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { StartExecutionCommand } from '@aws-sdk/client-sfn';
import { PublishCommand } from '@aws-sdk/client-sns';
import { ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { startCloud } from '../../../local/cloud.ts';
import { writeAssembly } from './assembly.ts';
import { arn, machine, mapping, queue, rule, table } from './parts.ts';
import { clients, cloudOf, recorded, recorder, START } from './running.ts';

const kept = () => mkdtempSync(join(tmpdir(), 'cloud-'));

test('what was stored is there after a restart, and so is the time', async () => {
  const dataDir = kept();
  const parts = {
    resources: {
      Table: table({ TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true } }),
      Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'kept' } },
      Key: { Type: 'AWS::KMS::Key' },
      Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { GenerateSecretString: {} } },
      Queue: queue(),
    },
  };
  const before = await startCloud({ assembly: writeAssembly(parts), startAt: START, dataDir });
  const { db, s3, kms, secrets, sns, sqs } = clients(before);
  const [TableName, SecretId, KeyId] = ['Table', 'Secret', 'Key'].map((id) => before.resource(id).name);
  const expiresAt = START.getTime() / 1000 + 86_400;
  await db.send(new PutCommand({ TableName, Item: { pk: 'a', sk: '1', expiresAt } }));
  await s3.send(new PutObjectCommand({ Bucket: 'kept', Key: 'a', Body: 'text' }));
  await sns.send(new PublishCommand({ PhoneNumber: '+8613800000000', Message: 'hi' }));
  await sqs.send(new SendMessageCommand({ QueueUrl: before.resource('Queue').ref, MessageBody: 'wait' }));
  const { CiphertextBlob, Plaintext } = await kms.send(new GenerateDataKeyCommand({ KeyId }));
  const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId }));
  await before.advanceBy(3_600_000);
  await before.close();

  const cloud = await cloudOf(parts, { dataDir, startAt: undefined });
  const after = clients(cloud);
  expect(cloud.now().getTime()).toBe(START.getTime() + 3_600_000);
  expect(cloud.sms).toMatchObject([{ text: 'hi' }]);
  const item = async () => (await after.db.send(new GetCommand({ TableName, Key: { pk: 'a', sk: '1' } }))).Item;
  expect(await item()).toBeDefined();
  const { Body } = await after.s3.send(new GetObjectCommand({ Bucket: 'kept', Key: 'a' }));
  expect(await Body?.transformToString()).toBe('text');
  expect((await after.kms.send(new DecryptCommand({ CiphertextBlob }))).Plaintext).toEqual(Plaintext);
  expect(await after.secrets.send(new GetSecretValueCommand({ SecretId }))).toMatchObject({ SecretString });
  const received = await after.sqs.send(new ReceiveMessageCommand({ QueueUrl: cloud.resource('Queue').ref }));
  expect(received.Messages).toMatchObject([{ Body: 'wait' }]);

  await cloud.advanceBy(86_400_000);
  expect(await item()).toBeUndefined();
});

test('executions that ran are told as aborted, their names stay taken, and each partition is told once more', async () => {
  const dataDir = kept();
  const parts = {
    functions: { Hear: recorder(), Lost: recorder() },
    resources: {
      Table: table({ StreamSpecification: { StreamViewType: 'KEYS_ONLY' } }),
      Feed: mapping({ 'Fn::GetAtt': ['Table', 'StreamArn'] }, 'Hear'),
      Machine: machine({ StartAt: 'Wait', States: { Wait: { Type: 'Wait', Seconds: 60, End: true } } }),
      Rule: rule({
        EventPattern: { source: ['aws.states'], detail: { status: ['ABORTED'] } },
        Targets: [{ Arn: arn('Lost') }],
      }),
    },
  };
  const before = await startCloud({ assembly: writeAssembly(parts), startAt: START, dataDir });
  const { db, sfn } = clients(before);
  const TableName = before.resource('Table').name;
  for (const [pk, sk] of [
    ['a', '1'],
    ['a', '2'],
    ['b', '1'],
  ])
    await db.send(new PutCommand({ TableName, Item: { pk, sk } }));
  const start = { stateMachineArn: before.resource('Machine').arn, name: 'one' };
  await sfn.send(new StartExecutionCommand(start));
  await before.settle();
  await before.close();

  const cloud = await cloudOf(parts, { dataDir });
  await cloud.settle();
  expect(cloud.executions).toMatchObject([{ name: 'one', status: 'ABORTED' }]);
  expect(recorded(cloud, 'Lost')).toMatchObject([{ detail: { name: 'one', status: 'ABORTED' } }]);
  await expect(clients(cloud).sfn.send(new StartExecutionCommand(start))).rejects.toMatchObject({
    name: 'ExecutionAlreadyExists',
  });
  const told = recorded(cloud, 'Hear').flatMap(({ Records }) => Records);
  expect(told.map(({ dynamodb: { Keys } }) => [Keys.pk.S, Keys.sk.S]).sort()).toEqual([
    ['a', '2'],
    ['b', '1'],
  ]);
});
