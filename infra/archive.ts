import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Config } from './config.ts';
import type { Provision } from './needs.ts';
import { allow, via } from './statements.ts';

/** A ticket's number has twelve characters; neither `keys` nor `anchors` has. */
const FOLDERS_OF_TICKETS = '????????????/*';
const PUBLIC_KEYS = 'keys/*';
const ANCHORS = 'anchors/*';

/** Where closed tickets are sealed: locked against change and deletion until their retention is over. */
export class Archive extends Construct {
  readonly bucket: Bucket;
  /** Who touched which object, of this bucket and of the relay's failures. */
  readonly accessLogs: Bucket;
  /** Seals the personal part of a ticket inside its folder, so that it can be made unreadable while the rest stands. */
  readonly personalKey: Key;
  /** Signs what is sealed. Its private half never leaves KMS; whoever has the public one can check without us. */
  readonly signingKey: Key;

  private readonly lock: Config['archive']['lock'];

  constructor(scope: Construct, id: string, { archive: { lock, days } }: Config) {
    super(scope, id);
    this.lock = lock;
    const removalPolicy = RemovalPolicy.RETAIN;
    const closed = {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy,
    };
    this.personalKey = new Key(this, 'PersonalKey', { enableKeyRotation: true, removalPolicy });
    // KMS rotates no asymmetric key: another takes its place, and both public keys stay in the archive.
    this.signingKey = new Key(this, 'SigningKey', {
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy,
    });
    this.accessLogs = new Bucket(this, 'AccessLogs', {
      ...closed,
      // S3 delivers access logs under its own encryption only.
      encryption: BucketEncryption.S3_MANAGED,
      versioned: true,
      lifecycleRules: [{ expiration: Duration.days(365), noncurrentVersionExpiration: Duration.days(30) }],
    });
    this.bucket = new Bucket(this, 'Bucket', {
      ...closed,
      versioned: true,
      objectLockDefaultRetention: ObjectLockRetention[lock](Duration.days(days)),
      encryption: BucketEncryption.KMS,
      encryptionKey: new Key(this, 'BucketKey', { enableKeyRotation: true, removalPolicy }),
      bucketKeyEnabled: true,
      serverAccessLogsBucket: this.accessLogs,
      serverAccessLogsPrefix: 'archive/',
    });
  }

  /** What it takes to lay a ticket down here: to sign, write, lock and hold, never to read, change or delete. */
  seal(): Provision {
    const { personalKey } = this;
    return {
      env: { ...this.place(), ARCHIVE_KEY: personalKey.keyArn },
      may: [
        ...this.lay(FOLDERS_OF_TICKETS, PUBLIC_KEYS),
        // It can lay a hold, and lift none.
        allow(['s3:PutObjectLegalHold'], this.bucket.arnForObjects(FOLDERS_OF_TICKETS), {
          StringEquals: { 's3:object-lock-legal-hold': 'ON' },
        }),
        allow(['kms:GenerateDataKey'], personalKey.keyArn),
        ...this.sign(),
      ],
    };
  }

  /** What it takes to anchor a day: the same, and to read the anchor before. */
  anchor(): Provision {
    const { bucket } = this;
    return {
      env: this.place(),
      may: [
        ...this.lay(ANCHORS, PUBLIC_KEYS),
        allow(['s3:ListBucket'], bucket.bucketArn, { StringEquals: { 's3:prefix': 'anchors/' } }),
        allow(['s3:GetObject'], bucket.arnForObjects(ANCHORS)),
        allow(['kms:Decrypt'], bucket.encryptionKey?.keyArn ?? '', via(bucket, 's3')),
        ...this.sign(),
      ],
    };
  }

  private place(): Record<string, string> {
    const { bucket, signingKey, lock } = this;
    return { ARCHIVE_BUCKET: bucket.bucketName, ARCHIVE_LOCK: lock.toUpperCase(), SIGNING_KEY: signingKey.keyArn };
  }

  private lay(...keys: string[]): PolicyStatement[] {
    const { bucket } = this;
    return [
      ...keys.map((key) => allow(['s3:PutObject', 's3:PutObjectRetention'], bucket.arnForObjects(key))),
      allow(['kms:GenerateDataKey'], bucket.encryptionKey?.keyArn ?? '', via(bucket, 's3')),
    ];
  }

  /** Digests of one algorithm only: nobody gets a signature here that another use of the key would take for its own. */
  private sign(): PolicyStatement[] {
    const only = { StringEquals: { 'kms:SigningAlgorithm': 'ECDSA_SHA_256', 'kms:MessageType': 'DIGEST' } };
    const { keyArn } = this.signingKey;
    return [allow(['kms:Sign'], keyArn, only), allow(['kms:GetPublicKey'], keyArn)];
  }
}
