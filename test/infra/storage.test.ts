import { expect, test } from 'vitest';
import { type Properties, propertiesOf, resourcesOf, target } from './template.ts';

const tables = resourcesOf('AWS::DynamoDB::GlobalTable');
const keys = resourcesOf('AWS::KMS::Key');

test('each table has a customer key of its own, point-in-time recovery, and is protected from deletion', () => {
  const replicas = Object.values(tables).flatMap(({ Properties }) => Properties.Replicas);
  expect(replicas).toHaveLength(2);
  for (const replica of replicas) {
    expect(replica.DeletionProtectionEnabled).toBe(true);
    expect(replica.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled).toBe(true);
  }
  const used = replicas.map(({ SSESpecification }) => target(SSESpecification.KMSMasterKeyId));
  expect(new Set(used).size).toBe(2);
  for (const key of used) expect(keys).toHaveProperty(key ?? '');
});

test('only the ticket log has a stream, and it carries keys only', () => {
  const streams = Object.values(tables).map(({ Properties }) => Properties.StreamSpecification?.StreamViewType);
  expect(streams).toEqual(['KEYS_ONLY', undefined]);
});

test('the due index holds keys only, by shard and instant', () => {
  const [index, ...others] = Object.values(tables).flatMap(({ Properties }) => Properties.GlobalSecondaryIndexes ?? []);
  expect(others).toEqual([]);
  expect(index).toMatchObject({ IndexName: 'due', Projection: { ProjectionType: 'KEYS_ONLY' } });
  expect(index.KeySchema.map(({ AttributeName }: { AttributeName: string }) => AttributeName)).toEqual([
    'dueShard',
    'dueAt',
  ]);
});

test('links, orphaned case files and nothing else expire, by one attribute', () => {
  for (const { Properties } of Object.values(tables)) {
    expect(Properties.TimeToLiveSpecification).toEqual({ AttributeName: 'expiresAt', Enabled: true });
  }
});

test('what holds tickets outlives the stack', () => {
  const kept = ['AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket', 'AWS::SecretsManager::Secret'];
  const policies = kept.flatMap((type) => Object.values(resourcesOf(type)).map((one) => one.DeletionPolicy));
  expect(new Set(policies)).toEqual(new Set(['Retain']));
});

test('keys are rotated every year, but the one that signs, which KMS cannot rotate', () => {
  const signing = Object.values(keys).filter(({ Properties }) => Properties.KeyUsage === 'SIGN_VERIFY');
  expect(signing).toMatchObject([{ Properties: { KeySpec: 'ECC_NIST_P256' }, DeletionPolicy: 'Retain' }]);
  for (const one of Object.values(keys)) expect(one.Properties.EnableKeyRotation ?? signing.includes(one)).toBe(true);
});

test('every bucket is encrypted, shut to the public, and refuses plain HTTP', () => {
  const buckets = resourcesOf('AWS::S3::Bucket');
  const policies = propertiesOf('AWS::S3::BucketPolicy');
  for (const [id, { Properties }] of Object.entries(buckets)) {
    expect(Properties.BucketEncryption).toBeDefined();
    expect(Object.values(Properties.PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
    const policy = policies.find(({ Bucket }) => target(Bucket) === id)?.PolicyDocument.Statement;
    expect(policy).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    );
  }
});

test('the archive is locked, versioned and under a key', () => {
  const [locked, ...others] = propertiesOf('AWS::S3::Bucket').filter(({ ObjectLockEnabled }) => ObjectLockEnabled);
  expect(others).toEqual([]);
  expect(locked?.ObjectLockConfiguration.Rule.DefaultRetention).toEqual({ Mode: 'GOVERNANCE', Days: 1 });
  expect(locked?.VersioningConfiguration.Status).toBe('Enabled');
  expect(JSON.stringify(locked?.BucketEncryption)).toContain('aws:kms');
});

test('secrets lie under a key that opens nothing else, and so does everything that is logged', () => {
  const secrets = propertiesOf('AWS::SecretsManager::Secret').map(({ KmsKeyId }) => target(KmsKeyId));
  const logs = propertiesOf('AWS::Logs::LogGroup').map(({ KmsKeyId }) => target(KmsKeyId));
  expect(new Set(secrets).size).toBe(1);
  expect(new Set(logs).size).toBe(1);
  expect(secrets[0]).not.toBe(logs[0]);
  for (const key of [secrets[0], logs[0]]) expect(keys).toHaveProperty(key ?? '');
});

test('a key is the account to manage, and opens to a service only where that service must use it itself', () => {
  const services = Object.fromEntries(
    Object.entries(keys).map(([id, { Properties }]) => {
      const statements: Properties[] = Properties.KeyPolicy.Statement;
      const ofAccount = statements.filter(({ Action }) => Action === 'kms:*');
      expect(JSON.stringify(ofAccount.map(({ Principal }) => Principal))).toMatch(/^\[{"AWS":.*:root"\]\]}}\]$/);
      return [id, statements.flatMap(({ Principal }) => Principal.Service ?? [])];
    }),
  );
  const opening = Object.values(services).filter((named) => named.length > 0);
  expect(opening.map((named) => [...new Set(named)].sort())).toEqual([
    ['logs.ap-southeast-1.amazonaws.com'],
    ['cloudwatch.amazonaws.com', 'events.amazonaws.com'],
  ]);
});

test('every queue and topic is encrypted', () => {
  for (const queue of propertiesOf('AWS::SQS::Queue')) expect(queue.SqsManagedSseEnabled).toBe(true);
  for (const topic of propertiesOf('AWS::SNS::Topic')) expect(target(topic.KmsMasterKeyId)).toBeDefined();
});

test('a deployment never overwrites the secrets that the bank has filled in', () => {
  const channels = propertiesOf('AWS::SecretsManager::Secret').find(({ SecretString }) => SecretString);
  expect(channels?.SecretString).toBe('{}');
});
