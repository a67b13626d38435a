import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isAllowed } from '../../scripts/iam/evaluate.ts';
import { type Statement, spelled } from '../../scripts/iam/roles.ts';
import { propertiesOf, resourcesOf } from './template.ts';

const [policy] = propertiesOf('AWS::IAM::ManagedPolicy');
const statements = (spelled(policy?.PolicyDocument.Statement) as Statement[]).map(({ Action, Resource, ...rest }) => ({
  ...rest,
  Action: [Action].flat(),
  Resource: [Resource].flat(),
}));
const actions = statements.flatMap(({ Action }) => Action);

/** What IAM calls the calls that the scripts make. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  DeleteCommand: ['dynamodb:DeleteItem'],
  paginateScan: ['dynamodb:Scan'],
  ListObjectVersionsCommand: ['s3:ListBucketVersions'],
  HeadObjectCommand: ['s3:GetObjectVersion', 's3:GetObjectRetention', 's3:GetObjectLegalHold'],
  GetObjectCommand: ['s3:GetObjectVersion'],
  PutObjectLegalHoldCommand: ['s3:PutObjectLegalHold'],
  DeleteObjectCommand: ['s3:DeleteObjectVersion'],
  DecryptCommand: ['kms:Decrypt'],
};
/** By the log and the case file, which the scripts read and write as the functions do. */
const BY_ADAPTERS = ['dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:PutItem'];
/** The key of a table, by way of DynamoDB. */
const OF_KEYS = [
  'Encrypt',
  'DescribeKey',
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
  'ReEncryptFrom',
  'ReEncryptTo',
];

test('the operator may do what the commands about one cardholder do, and no more', () => {
  const folder = new URL('../../scripts/holder/', import.meta.url);
  const source = readdirSync(folder)
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n');
  const calls = new Set(
    [...source.matchAll(/\b(?:new (\w+Command)|(paginate\w+))\(/g)].map(([, one, other]) => one ?? other ?? ''),
  );
  expect([...calls].filter((call) => !ASKED[call])).toEqual([]);
  const asked = [...calls].flatMap((call) => ASKED[call] ?? []);
  expect(new Set(actions)).toEqual(new Set([...asked, ...BY_ADAPTERS, ...OF_KEYS.map((one) => `kms:${one}`)]));
});

test('it is attached to nobody, names its resources, and lifts no lock', () => {
  expect([policy?.Roles, policy?.Users, policy?.Groups]).toEqual([undefined, undefined, undefined]);
  expect(statements.flatMap(({ Resource }) => Resource)).not.toContain('*');
  expect(actions.filter((action) => /Bypass|PutObjectRetention|PutObject$|DeleteObject$/.test(action))).toEqual([]);
});

test('only personal parts of the archive can go, and only what is one cardholder\u2019s in the tables', () => {
  const bucket = `<${Object.keys(resourcesOf('AWS::S3::Bucket')).find((id) => id.startsWith('ArchiveBucket'))}.Arn>`;
  const remove = (key: string) =>
    isAllowed(statements, { action: 's3:DeleteObjectVersion', resource: `${bucket}/${key}` });
  expect(remove('0123456789AB/personal.json.enc')).toBe(true);
  for (const kept of [
    '0123456789AB/events.jsonl',
    '0123456789AB/signature.json',
    'anchors/2026-03-02.json',
    'keys/a.pem',
  ])
    expect(remove(kept)).toBe(false);
});
