import { createHash, createPublicKey, verify } from 'node:crypto';
import {
  DecryptCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GetPublicKeyCommand,
  SignCommand,
  VerifyCommand,
} from '@aws-sdk/client-kms';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { GetSecretValueCommand, PutSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { SendEmailCommand } from '@aws-sdk/client-sesv2';
import { PublishCommand } from '@aws-sdk/client-sns';
import { expect, test } from 'vitest';
import { arn, mapping, queue } from './parts.ts';
import { clients, cloudOf, recorded, recorder } from './running.ts';

const DAY = 86_400_000;

test('an SMS is kept with its parts; a number that is none is refused; a test may make one fail', async () => {
  const cloud = await cloudOf({});
  const { sns } = clients(cloud);
  const send = (PhoneNumber: string, Message: string) =>
    sns.send(
      new PublishCommand({
        PhoneNumber,
        Message,
        MessageAttributes: { Sender: { DataType: 'String', StringValue: 'bank' } },
      }),
    );
  const { MessageId } = await send('+8613800000000', '您的投诉已受理');
  await send('+14155550100', 'x'.repeat(161));
  expect(cloud.sms).toMatchObject([
    { messageId: MessageId, phone: '+8613800000000', text: '您的投诉已受理', attributes: { Sender: 'bank' }, parts: 1 },
    { parts: 2 },
  ]);
  await expect(send('13800000000', 'x')).rejects.toMatchObject({ name: 'InvalidParameterException' });
  cloud.fail.nextSms('+14155550100', Object.assign(new Error('opted out'), { name: 'OptedOut' }));
  await expect(send('+14155550100', 'x')).rejects.toMatchObject({ name: 'OptedOutException' });
  await send('+14155550100', 'x');
});

test('a topic passes its messages on to its queue', async () => {
  const cloud = await cloudOf({
    functions: { Hear: recorder() },
    resources: {
      Alarms: { Type: 'AWS::SNS::Topic' },
      Work: queue(),
      ToQueue: {
        Type: 'AWS::SNS::Subscription',
        Properties: { TopicArn: { Ref: 'Alarms' }, Protocol: 'sqs', Endpoint: arn('Work'), RawMessageDelivery: true },
      },
      Feed: mapping(arn('Work'), 'Hear'),
    },
  });
  await clients(cloud).sns.send(new PublishCommand({ TopicArn: cloud.resource('Alarms').arn, Message: 'fire' }));
  await cloud.settle();
  expect(recorded(cloud, 'Hear')[0].Records).toMatchObject([{ body: 'fire' }]);
});

test('mail is kept', async () => {
  const cloud = await cloudOf({});
  const Simple = { Subject: { Data: 'Hello' }, Body: { Text: { Data: 'text' } } };
  const Destination = { ToAddresses: ['a@example.com'] };
  await clients(cloud).ses.send(
    new SendEmailCommand({ FromEmailAddress: 'b@example.com', Destination, Content: { Simple } }),
  );
  expect(cloud.mail).toMatchObject([{ from: 'b@example.com', to: ['a@example.com'], subject: 'Hello', text: 'text' }]);
});

test('a generated secret is what the template asks for, and the same in every run', async () => {
  const GenerateSecretString = {
    PasswordLength: 40,
    ExcludePunctuation: true,
    SecretStringTemplate: '{"user":"a"}',
    GenerateStringKey: 'key',
  };
  const resources = { Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { GenerateSecretString } } };
  const clouds = [await cloudOf({ resources }), await cloudOf({ resources })];
  const read = (cloud: (typeof clouds)[number]) =>
    clients(cloud).secrets.send(new GetSecretValueCommand({ SecretId: cloud.resource('Secret').arn }));
  const [first, second] = await Promise.all(clouds.map(read));
  expect(JSON.parse(String(first?.SecretString))).toEqual({
    user: 'a',
    key: expect.stringMatching(/^[A-Za-z0-9]{40}$/),
  });
  expect(second?.SecretString).toBe(first?.SecretString);
});

test('a secret that is put is the current one, and the one before is at hand', async () => {
  const cloud = await cloudOf({
    resources: { Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { SecretString: '{}' } } },
  });
  const { secrets } = clients(cloud);
  const SecretId = cloud.resource('Secret').name;
  await secrets.send(new PutSecretValueCommand({ SecretId, SecretString: 'new' }));
  expect(await secrets.send(new GetSecretValueCommand({ SecretId }))).toMatchObject({
    SecretString: 'new',
    VersionStages: ['AWSCURRENT'],
  });
  expect(await secrets.send(new GetSecretValueCommand({ SecretId, VersionStage: 'AWSPREVIOUS' }))).toMatchObject({
    SecretString: '{}',
  });
  const missing = secrets.send(new GetSecretValueCommand({ SecretId: 'none' }));
  await expect(missing).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

test('what a key seals it opens again, in its context only', async () => {
  const cloud = await cloudOf({ resources: { Key: { Type: 'AWS::KMS::Key' } } });
  const { kms } = clients(cloud);
  const KeyId = cloud.resource('Key').arn;
  const EncryptionContext = { ticket: 'T1' };
  const data = await kms.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256', EncryptionContext }));
  expect(data.Plaintext).toHaveLength(32);
  const opened = await kms.send(new DecryptCommand({ CiphertextBlob: data.CiphertextBlob, EncryptionContext }));
  expect(opened.Plaintext).toEqual(data.Plaintext);
  const elsewhere = kms.send(
    new DecryptCommand({ CiphertextBlob: data.CiphertextBlob, EncryptionContext: { ticket: 'T2' } }),
  );
  await expect(elsewhere).rejects.toMatchObject({ name: 'InvalidCiphertextException' });

  const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId, Plaintext: Buffer.from('secret') }));
  expect(Buffer.from((await kms.send(new DecryptCommand({ CiphertextBlob }))).Plaintext ?? [])).toEqual(
    Buffer.from('secret'),
  );
});

test('a signature is one that anybody can verify with the public key', async () => {
  const resources = {
    Key: { Type: 'AWS::KMS::Key', Properties: { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' } },
  };
  const cloud = await cloudOf({ resources });
  const { kms } = clients(cloud);
  const signing = {
    KeyId: cloud.resource('Key').ref,
    Message: Buffer.from('manifest'),
    SigningAlgorithm: 'ECDSA_SHA_256',
  } as const;
  const { Signature } = await kms.send(new SignCommand(signing));
  const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: signing.KeyId }));
  const publicKey = createPublicKey({ key: Buffer.from(PublicKey ?? []), format: 'der', type: 'spki' });
  expect(verify('sha256', signing.Message, publicKey, Buffer.from(Signature ?? []))).toBe(true);
  expect(await kms.send(new VerifyCommand({ ...signing, Signature }))).toMatchObject({ SignatureValid: true });
  const digest = {
    ...signing,
    Message: createHash('sha256').update('manifest').digest(),
    MessageType: 'DIGEST',
  } as const;
  const ofDigest = await kms.send(new SignCommand(digest));
  expect(verify('sha256', signing.Message, publicKey, Buffer.from(ofDigest.Signature ?? []))).toBe(true);
  expect(await kms.send(new VerifyCommand({ ...digest, Signature }))).toMatchObject({ SignatureValid: true });
  const noDigest = kms.send(new SignCommand({ ...digest, Message: Buffer.from('manifest') }));
  await expect(noDigest).rejects.toMatchObject({ name: 'ValidationException' });
  const forged = kms.send(new VerifyCommand({ ...signing, Message: Buffer.from('other'), Signature }));
  await expect(forged).rejects.toMatchObject({ name: 'KMSInvalidSignatureException' });
});

const locked = {
  resources: {
    Archive: {
      Type: 'AWS::S3::Bucket',
      Properties: { BucketName: 'archive', ObjectLockEnabled: true, VersioningConfiguration: { Status: 'Enabled' } },
    },
    Plain: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'plain' } },
  },
};

test('an object is given back as it was put, listed by folder, and missed when it is not there', async () => {
  const { s3 } = clients(await cloudOf(locked));
  const put = (Key: string) =>
    s3.send(
      new PutObjectCommand({ Bucket: 'plain', Key, Body: 'text', ContentType: 'text/plain', Metadata: { a: 'b' } }),
    );
  await Promise.all(['a/1 é.txt', 'a/2', 'b'].map(put));
  const got = await s3.send(new GetObjectCommand({ Bucket: 'plain', Key: 'a/1 é.txt' }));
  expect([await got.Body?.transformToString(), got.ContentType, got.Metadata]).toEqual([
    'text',
    'text/plain',
    { a: 'b' },
  ]);
  const { Contents, CommonPrefixes } = await s3.send(new ListObjectsV2Command({ Bucket: 'plain', Delimiter: '/' }));
  expect([Contents?.map(({ Key }) => Key), CommonPrefixes]).toEqual([['b'], [{ Prefix: 'a/' }]]);
  await expect(s3.send(new GetObjectCommand({ Bucket: 'plain', Key: 'c' }))).rejects.toMatchObject({
    name: 'NoSuchKey',
  });
  await expect(
    s3.send(new PutObjectCommand({ Bucket: 'plain', Key: 'b', Body: 'x', IfNoneMatch: '*' })),
  ).rejects.toMatchObject({ name: 'PreconditionFailed' });
  await expect(
    s3.send(new PutObjectCommand({ Bucket: 'plain', Key: 'd', Body: 'x', ContentMD5: 'AAAA' })),
  ).rejects.toMatchObject({ name: 'BadDigest' });
});

test('a locked version stays until its time is over, whatever is laid over it', async () => {
  const cloud = await cloudOf(locked);
  const { s3 } = clients(cloud);
  const object = { Bucket: 'archive', Key: 'a' };
  const lock = {
    ObjectLockMode: 'COMPLIANCE',
    ObjectLockRetainUntilDate: new Date(cloud.now().getTime() + 10 * DAY),
  } as const;
  const { VersionId } = await s3.send(new PutObjectCommand({ ...object, Body: '1', ...lock }));
  expect(await s3.send(new HeadObjectCommand(object))).toMatchObject({ VersionId, ...lock });
  const remove = () => s3.send(new DeleteObjectCommand({ ...object, VersionId }));
  await expect(remove()).rejects.toMatchObject({ name: 'AccessDenied' });

  await s3.send(new DeleteObjectCommand(object));
  await expect(s3.send(new GetObjectCommand(object))).rejects.toMatchObject({ name: 'NoSuchKey' });
  expect((await s3.send(new HeadObjectCommand({ ...object, VersionId }))).ContentLength).toBe(1);

  await cloud.advanceBy(10 * DAY);
  await remove();
  await expect(s3.send(new HeadObjectCommand({ ...object, VersionId }))).rejects.toThrow();
});
