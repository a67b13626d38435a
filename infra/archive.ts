import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Config } from './config.ts';
import type { Provision } from './needs.ts';
import { allow } from './statements.ts';

/** Where closed tickets are sealed: locked against change and deletion until their retention is over. */
export class Archive extends Construct {
  readonly bucket: Bucket;
  /** Who touched which object, of this bucket and of the relay's failures. */
  readonly accessLogs: Bucket;
  /** Seals the personal part of a ticket inside its folder, so that it can be made unreadable while the rest stands. */
  readonly personalKey: Key;

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
    this.accessLogs = new Bucket(this, 'AccessLogs', {
      ...closed,
      encryption: BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ expiration: Duration.days(365) }],
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

  /** What it takes to lay a ticket down here: to write and lock, never to read, change or delete. */
  seal(): Provision {
    const { bucket, personalKey, lock } = this;
    return {
      env: { ARCHIVE_BUCKET: bucket.bucketName, ARCHIVE_KEY: personalKey.keyArn, ARCHIVE_LOCK: lock.toUpperCase() },
      may: [
        allow(['s3:PutObject', 's3:PutObjectRetention'], bucket.arnForObjects('*')),
        allow(['kms:GenerateDataKey'], personalKey.keyArn),
        allow(['kms:GenerateDataKey'], bucket.encryptionKey?.keyArn ?? ''),
      ],
    };
  }
}
