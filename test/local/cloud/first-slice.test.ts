import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCloud } from '../../../local/cloud.ts';
import { writeAssembly } from './assembly.ts';

const relay = `
  import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
  const sfn = new SFNClient({});
  export const handler = async ({ Records }) => {
    for (const { dynamodb, eventName } of Records) {
      if (eventName !== 'INSERT') continue;
      const name = dynamodb.Keys.sk.S;
      if (!name.startsWith('order-')) continue;
      await sfn.send(new StartExecutionCommand({ stateMachineArn: process.env.MACHINE, name, input: JSON.stringify({ id: dynamodb.Keys.pk.S }) }));
    }
  };`;
const step = `
  import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
  import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
  const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  export const handler = async ({ id }) => {
    const at = new Date().toISOString();
    await db.send(new PutCommand({ TableName: process.env.TABLE, Item: { pk: id, sk: 'done', at } }));
    console.log('stepped', id);
    return { at };
  };`;
const page = `
  export const handler = async (event) => ({ statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: event.pathParameters.id + event.rawQueryString });`;

let cloud: Awaited<ReturnType<typeof startCloud>>;
let db: DynamoDBDocumentClient;

beforeAll(async () => {
  const assembly = writeAssembly({
    functions: { Relay: relay, Step: step, Page: page },
    environment: { TABLE: { Ref: 'Log' }, MACHINE: { Ref: 'Machine' } },
    resources: {
      Log: {
        Type: 'AWS::DynamoDB::GlobalTable',
        Properties: {
          KeySchema: [
            { AttributeName: 'pk', KeyType: 'HASH' },
            { AttributeName: 'sk', KeyType: 'RANGE' },
          ],
          AttributeDefinitions: [
            { AttributeName: 'pk', AttributeType: 'S' },
            { AttributeName: 'sk', AttributeType: 'S' },
          ],
          BillingMode: 'PAY_PER_REQUEST',
          StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
          Replicas: [{ Region: { Ref: 'AWS::Region' } }],
        },
      },
      Feed: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          EventSourceArn: { 'Fn::GetAtt': ['Log', 'StreamArn'] },
          FunctionName: { Ref: 'Relay' },
          BatchSize: 10,
        },
      },
      Machine: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: {
          StateMachineName: 'orders',
          DefinitionString: JSON.stringify({
            QueryLanguage: 'JSONata',
            StartAt: 'Wait',
            States: {
              Wait: { Type: 'Wait', Seconds: 3600, Next: 'Step' },
              Step: {
                Type: 'Task',
                Resource: 'arn:aws:states:::lambda:invoke',
                Arguments: { FunctionName: `$\{Step}`, Payload: '{% $states.input %}' },
                Output: '{% $states.result.Payload %}',
                End: true,
              },
            },
          }),
          DefinitionSubstitutions: { Step: { 'Fn::GetAtt': ['Step', 'Arn'] } },
        },
      },
      Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'api', ProtocolType: 'HTTP' } },
      PageIntegration: {
        Type: 'AWS::ApiGatewayV2::Integration',
        Properties: {
          ApiId: { Ref: 'Api' },
          IntegrationType: 'AWS_PROXY',
          IntegrationUri: { 'Fn::GetAtt': ['Page', 'Arn'] },
          PayloadFormatVersion: '2.0',
        },
      },
      PageRoute: {
        Type: 'AWS::ApiGatewayV2::Route',
        Properties: {
          ApiId: { Ref: 'Api' },
          RouteKey: 'GET /pages/{id}',
          Target: { 'Fn::Join': ['', ['integrations/', { Ref: 'PageIntegration' }]] },
        },
      },
    },
    outputs: {
      Url: {
        Value: {
          'Fn::Join': [
            '',
            ['https://', { Ref: 'Api' }, '.execute-api.', { Ref: 'AWS::Region' }, '.', { Ref: 'AWS::URLSuffix' }, '/'],
          ],
        },
      },
    },
  });
  cloud = await startCloud({ assembly, startAt: new Date('2026-03-01T00:00:00Z') });
  const { AWS_ENDPOINT_URL: endpoint, AWS_REGION: region } = cloud.env();
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  db = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, region, credentials }));
});
afterAll(() => cloud.close());

test('an item put into the table starts an execution, which waits an hour and calls its function', async () => {
  const TableName = 'Test-Log';
  await db.send(new PutCommand({ TableName, Item: { pk: 'O1', sk: 'order-1' } }));
  await cloud.settle();
  expect(cloud.executions).toMatchObject([{ name: 'order-1', status: 'RUNNING' }]);

  await cloud.advanceBy(3_600_000);
  expect(cloud.executions).toMatchObject([
    { name: 'order-1', status: 'SUCCEEDED', output: '{"at":"2026-03-01T01:00:00.000Z"}' },
  ]);
  const { Items } = await db.send(
    new QueryCommand({ TableName, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': 'O1' } }),
  );
  expect(Items).toEqual([
    { pk: 'O1', sk: 'done', at: '2026-03-01T01:00:00.000Z' },
    { pk: 'O1', sk: 'order-1' },
  ]);
});

test('the HTTP API answers on the same port', async () => {
  const response = await fetch(`${cloud.outputs.Url}pages/x%20y?a=1`);
  expect([response.status, await response.text()]).toEqual([200, 'x ya=1']);
  expect((await fetch(`${cloud.url}/nothing`)).status).toBe(404);
});
