import { readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FUNCTIONS, type FunctionName } from '../../infra/functions.ts';
import { nameOf, resourcesOf, statementsOf, target } from './template.ts';

const DIST = join(import.meta.dirname, '..', '..', 'dist');
const SDK = /node_modules\/@(aws-sdk|aws-crypto|smithy|aws)\//;

type Output = Readonly<{
  bytes: number;
  inputs: Record<string, Readonly<{ bytesInOutput: number }>>;
  imports: readonly Readonly<{ path: string; kind: string; external?: boolean }>[];
}>;
const { outputs }: { outputs: Record<string, Output> } = JSON.parse(
  readFileSync(join(DIST, '.meta', 'metafile.json'), 'utf8'),
);
const names = Object.keys(FUNCTIONS) as FunctionName[];
const outputOf = (name: string) => outputs[`dist/${name}/index.cjs`] as Output;
/** What of its sources is left in a bundle. */
const filesIn = (name: string) =>
  Object.entries(outputOf(name).inputs)
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => path);

const CAUGHT = new Set(names.flatMap(filesIn).flatMap((path) => (path.startsWith('functions/') ? errorsIn(path) : [])));

const deployed = Object.values(resourcesOf('AWS::Lambda::Function'));
const functionOf = (name: string) => deployed.find((one) => nameOf(one) === name);

/** DynamoDB says of these that they may be tried again. */
const TRIED_AGAIN = ['ReplicatedWriteConflictException', 'ThrottlingException'];

describe.for(names)('%s', (name) => {
  test('is as small as a cold start needs it', () => {
    const { bytes, inputs } = outputOf(name);
    expect(statSync(join(DIST, name, 'index.cjs')).size).toBe(bytes);
    expect(bytes).toBeLessThanOrEqual(name === 'archive' ? 650_000 : 450_000);
    const usesSdk = Object.keys(inputs).some((path) => SDK.test(path));
    expect(bytes).toBeLessThanOrEqual(usesSdk ? bytes : 60_000);
  });

  test('carries whatever it loads at once: where it runs there is nothing beside it', () => {
    const loaded = outputOf(name).imports.filter(({ external, kind }) => external && kind !== 'dynamic-import');
    expect(loaded.map(({ path }) => path).filter((path) => !isBuiltin(path))).toEqual([]);
  });

  test('leaves out what costs a cold start more than it gives', () => {
    const costly =
      /node_modules\/(zod\/v4\/classic|zod\/v3|aws-xray-sdk|@middy\/(validator|http-json-body-parser)|ajv)/;
    expect(filesIn(name).filter((path) => costly.test(path))).toEqual([]);
  });

  test('knows the errors of the SDK that somebody catches or tries again, and no other', () => {
    const bundle = readFileSync(join(DIST, name, 'index.cjs'), 'utf8');
    const known = [...bundle.matchAll(/shapeId="com\.amazonaws\.(?!sns#|kms#)\w+#(\w+)"/g)].map(
      ([, error = '']) => error,
    );
    const caught = filesIn(name).flatMap((path) => (path.startsWith('functions/') ? errorsIn(path) : []));
    expect(known).toEqual(expect.arrayContaining(caught));
    // What SNS calls `OptedOut` has its name from its description alone.
    const sendsSms = filesIn(name).some((path) => path.endsWith('client-sns/dist-es/SNSClient.js'));
    expect(bundle.includes('com.amazonaws.sns#OptedOutException')).toBe(sendsSms);
    expect(known.filter((error) => !CAUGHT.has(error) && !TRIED_AGAIN.includes(error))).toEqual([]);
  });

  test('knows the variables its code asks for, and no other', () => {
    const asked = new Set(
      filesIn(name)
        .filter((path) => path.startsWith('functions/'))
        .flatMap(variablesIn),
    );
    const known = Object.keys(functionOf(name)?.Properties.Environment.Variables).filter(
      (one) => one !== 'POWERTOOLS_SERVICE_NAME',
    );
    const optional = ['SMS_SENDER_ID', 'SMS_GATEWAY_URL', 'SMS_GATEWAY_SECRET'];
    expect(known.sort()).toEqual([...asked].filter((one) => !optional.includes(one)).sort());
  });

  test('may do nothing that its code never does', () => {
    const commands = new Set(filesIn(name).flatMap((path) => /\/commands\/(\w+)Command\.js$/.exec(path)?.[1] ?? []));
    const role = target(functionOf(name)?.Properties.Role);
    const calls = statementsOf()
      .filter((one) => one.role === role)
      .flatMap(({ statement }) => statement.Action);
    const ofServices = /^(dynamodb|sns|ses|s3|states|events|secretsmanager):/;
    const idle = calls.filter((call) => ofServices.test(call) && !commands.has(commandOf(call)));
    expect(idle.filter((call) => !NOT_CALLED[name]?.includes(call))).toEqual([]);
  });
});

/** Done for a function by the event source or by the service, not by its code. */
const NOT_CALLED: Readonly<Record<string, readonly string[]>> = {
  relay: [
    'dynamodb:DescribeStream',
    'dynamodb:GetRecords',
    'dynamodb:GetShardIterator',
    'dynamodb:ListStreams',
    's3:PutObject',
    's3:ListBucket',
  ],
  // A list asks S3 for objects by the right to list the bucket.
  anchor: ['s3:PutObjectRetention', 's3:ListBucket'],
  archive: ['s3:PutObjectRetention', 's3:PutObjectLegalHold'],
};

/** `dynamodb:PutItem` is the document client's PutCommand; other services name their commands after the action. */
function commandOf(call: string): string {
  const [service, action = ''] = call.split(':');
  return service === 'dynamodb' ? action.replace('Item', '') : action;
}

/** Classes of the SDK's clients that a file imports beside the clients and their commands. */
function errorsIn(path: string): string[] {
  const source = readFileSync(join(DIST, '..', path), 'utf8');
  return [...source.matchAll(/^import \{([^}]*)\} from '@aws-sdk\/client-/gm)].flatMap(([, names = '']) =>
    names.split(/[\s,]+/).filter((name) => /^[A-Z]/.test(name) && !/(Client|Command)$/.test(name)),
  );
}

function variablesIn(path: string): string[] {
  const source = readFileSync(join(DIST, '..', path), 'utf8');
  return [...source.matchAll(/\benv\(([^)]*)\)/g)].flatMap(([, names = '']) =>
    [...names.matchAll(/'([A-Z_]+)'/g)].map(([, one = '']) => one),
  );
}
