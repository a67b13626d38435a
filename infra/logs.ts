import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Config } from './config.ts';

/** What the desk says of its own running: every log group, under one key. Nothing personal is in them, but it is nobody else's business. */
export class Logs extends Construct {
  /** Also for the records that the relay gave up. */
  readonly key: Key;
  private readonly retention: Config['logDays'];

  constructor(scope: Construct, id: string, { logDays }: Config) {
    super(scope, id);
    this.retention = logDays;
    this.key = new Key(this, 'Key', { enableKeyRotation: true, removalPolicy: RemovalPolicy.RETAIN });
    const { region, account, partition } = Stack.of(this);
    this.key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
        actions: [
          'kms:Encrypt',
          'kms:Decrypt',
          'kms:ReEncryptFrom',
          'kms:ReEncryptTo',
          'kms:GenerateDataKey',
          'kms:DescribeKey',
        ],
        resources: ['*'],
        conditions: {
          ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:*` },
        },
      }),
    );
  }

  group(scope: Construct, id: string, logGroupName?: string): LogGroup {
    const { retention, key: encryptionKey } = this;
    return new LogGroup(scope, id, { logGroupName, retention, encryptionKey, removalPolicy: RemovalPolicy.DESTROY });
  }
}
