import { RemovalPolicy, SecretValue } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { allow, via } from './statements.ts';

/** Two secrets: the key under which tickets are numbered, and what channels sign their posts with. */
export class Secrets extends Construct {
  /** Never rotated: under another key the same post would get another number. */
  readonly ticketKey: Secret;
  /** JSON: for each channel, and for core banking, its current secret and for a time the previous one. */
  readonly channels: Secret;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const removalPolicy = RemovalPolicy.RETAIN;
    const encryptionKey = new Key(this, 'Key', { enableKeyRotation: true, removalPolicy });
    this.ticketKey = new Secret(this, 'TicketKey', {
      description: 'Numbers tickets. Never rotate it.',
      encryptionKey,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy,
    });
    this.channels = new Secret(this, 'Channels', {
      description:
        'What each channel signs with: {"<channel>": ["current", "previous"]}. Fill it before the first post.',
      encryptionKey,
      // Empty, and the same for ever: a deployment that changed this value would overwrite what the bank has filled in.
      secretStringValue: SecretValue.unsafePlainText('{}'),
      removalPolicy,
    });
  }
}

/** To read one secret, and to open nothing else under the same key. */
export function readOf(secret: Secret): PolicyStatement[] {
  const { StringEquals } = via(secret, 'secretsmanager');
  const only = { ...StringEquals, 'kms:EncryptionContext:SecretARN': secret.secretArn };
  return [
    allow(['secretsmanager:GetSecretValue'], secret.secretArn),
    allow(['kms:Decrypt'], secret.encryptionKey?.keyArn ?? '', { StringEquals: only }),
  ];
}
