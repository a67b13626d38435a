import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { KMSClient } from '@aws-sdk/client-kms';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { onTestFinished } from 'vitest';
import { type Cloud, type CloudOptions, startCloud } from '../../../local/cloud.ts';
import { type TemplateParts, writeAssembly } from './assembly.ts';

export const START = new Date('2026-03-01T00:00:00Z');

/** A cloud for one test, which runs what the parts describe. */
export async function cloudOf(parts: TemplateParts, more: Partial<CloudOptions> = {}): Promise<Cloud> {
  const cloud = await startCloud({ assembly: writeAssembly(parts), startAt: START, ...more });
  onTestFinished(() => cloud.close());
  return cloud;
}

/** The SDK's clients, as any other process would use them. */
export function clients(cloud: Cloud) {
  const { AWS_ENDPOINT_URL: endpoint, AWS_REGION: region } = cloud.env();
  const config = { endpoint, region, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };
  return {
    db: DynamoDBDocumentClient.from(new DynamoDBClient(config)),
    events: new EventBridgeClient(config),
    kms: new KMSClient(config),
    lambda: new LambdaClient(config),
    s3: new S3Client(config),
    secrets: new SecretsManagerClient(config),
    ses: new SESv2Client(config),
    sfn: new SFNClient(config),
    sns: new SNSClient(config),
    sqs: new SQSClient(config),
  };
}

/** A function that writes what it is given on its log; `fails` makes it throw as long as an expression of the event holds. */
export const recorder = (fails = 'false', answer = 'undefined') => `
  export const handler = async (event) => {
    console.log(JSON.stringify(event));
    if (${fails}) throw Object.assign(new Error('not today'), { name: 'NotToday' });
    return ${answer};
  };`;

/** What a recorder was given, oldest first. */
export const recorded = (cloud: Cloud, logicalId: string) => {
  const lines = cloud.logs.get(cloud.resource(logicalId).name) ?? [];
  return lines.map((line) => JSON.parse(line)).filter((event) => !event?.errorType);
};
