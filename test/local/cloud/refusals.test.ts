import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { ListRulesCommand } from '@aws-sdk/client-eventbridge';
import { CreateKeyCommand } from '@aws-sdk/client-kms';
import { ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { CopyObjectCommand } from '@aws-sdk/client-s3';
import { ListEmailIdentitiesCommand } from '@aws-sdk/client-sesv2';
import { CreateActivityCommand, DescribeStateMachineCommand } from '@aws-sdk/client-sfn';
import { ListTopicsCommand, PublishCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { machine, rule, table } from './parts.ts';
import { clients, cloudOf } from './running.ts';

type Clients = ReturnType<typeof clients>;

test.for<[what: string, (clients: Clients) => Promise<unknown>]>([
  ['TransactWriteItems', ({ db }) => db.send(new TransactWriteItemsCommand({ TransactItems: [] }))],
  ['ListRules', ({ events }) => events.send(new ListRulesCommand({}))],
  ['CreateKey', ({ kms }) => kms.send(new CreateKeyCommand({}))],
  ['Lambda GET', ({ lambda }) => lambda.send(new ListFunctionsCommand({}))],
  ['CopyObject', ({ s3 }) => s3.send(new CopyObjectCommand({ Bucket: 'plain', Key: 'a', CopySource: 'plain/b' }))],
  ['SES POST', ({ ses }) => ses.send(new ListEmailIdentitiesCommand({}))],
  ['CreateActivity', ({ sfn }) => sfn.send(new CreateActivityCommand({ name: 'a' }))],
  ['ListTopics', ({ sns }) => sns.send(new ListTopicsCommand({}))],
  ['CreateQueue', ({ sqs }) => sqs.send(new CreateQueueCommand({ QueueName: 'a' }))],
])('a call that is not run here is refused by its name: %s', async ([what, ask]) => {
  const cloud = await cloudOf({
    resources: { Plain: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'plain' } } },
  });
  await expect(ask(clients(cloud))).rejects.toMatchObject({
    name: 'UnsupportedByEmbeddedCloud',
    message: expect.stringContaining(what),
  });
});

test.for<[what: string, (clients: Clients) => Promise<unknown>]>([
  [
    'MessageStructure',
    ({ sns }) => sns.send(new PublishCommand({ PhoneNumber: '+14155550100', Message: '{}', MessageStructure: 'json' })),
  ],
  [
    'MessageGroupId',
    ({ sqs }) => sqs.send(new SendMessageCommand({ QueueUrl: 'a', MessageBody: 'a', MessageGroupId: 'b' })),
  ],
  [
    'includedData',
    ({ sfn }) => sfn.send(new DescribeStateMachineCommand({ stateMachineArn: 'a', includedData: 'METADATA_ONLY' })),
  ],
])('so is a parameter that would change the outcome: %s', async ([what, ask]) => {
  const cloud = await cloudOf({});
  await expect(ask(clients(cloud))).rejects.toMatchObject({
    name: 'UnsupportedByEmbeddedCloud',
    message: expect.stringContaining(what),
  });
});

test.for<[what: string, resources: Record<string, unknown>]>([
  ['Cache is of type AWS::ElastiCache::CacheCluster', { Cache: { Type: 'AWS::ElastiCache::CacheCluster' } }],
  ['FIFO', { Queue: { Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true } } }],
  ['EXPRESS', { Machine: { ...machine({}), Properties: { ...machine({}).Properties, StateMachineType: 'EXPRESS' } } }],
  [
    'arn:aws:kinesis',
    { Rule: rule({ EventPattern: { source: ['a'] }, Targets: [{ Arn: 'arn:aws:kinesis:a:b:stream/c' }] }) },
  ],
  [
    'Table (AWS::DynamoDB::GlobalTable) has no attribute Colour',
    { Table: table(), Other: table({ TableName: { 'Fn::GetAtt': ['Table', 'Colour'] } }) },
  ],
  ['Fn::ImportValue', { Table: table({ TableName: { 'Fn::ImportValue': 'x' } }) }],
])('a stack with what is not run here does not start: %s', async ([what, resources]) => {
  await expect(cloudOf({ resources })).rejects.toThrow(what);
});
