import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import {
  type EventSourceMapping,
  FilterCriteria,
  FilterRule,
  type Function as Lambda,
  MetricType,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { deployFunction } from './deployed-function.ts';
import type { Ground } from './needs.ts';
import { allow, via } from './statements.ts';

/** What the relay hears of: tickets, and posts that were refused. Views and links are its own doing, or nobody's news. */
const REFUSED = { pk: { S: FilterRule.beginsWith('REFUSED#') } };
const TICKETS = { pk: { S: FilterRule.beginsWith('TICKET#') } };
/** The first item of a ticket changes whenever its next look is moved, which is nobody's news. */
const NOT_THE_FIRST = { sk: { S: FilterRule.notEquals('EVENT#000001') } };

/** The one way out: the log's stream, to the workflow, the bus and the views. */
export class Relay extends Construct {
  readonly relay: Lambda;
  readonly role: IRole;
  readonly source: EventSourceMapping;
  /** Holds the records themselves of what failed to the last: a queue would only say where they were in the stream. */
  readonly failures: Bucket;

  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    this.relay = deployFunction(this, 'relay', ground);
    if (!this.relay.role) throw new Error('the relay was deployed without a role of its own');
    this.role = this.relay.role;
    this.failures = new Bucket(this, 'Failures', {
      encryption: BucketEncryption.KMS,
      encryptionKey: ground.logs.key,
      bucketKeyEnabled: true,
      versioned: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      serverAccessLogsBucket: ground.archive.accessLogs,
      serverAccessLogsPrefix: 'relay-failures/',
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // CDK's own destination would let the relay read and delete there, too.
    this.relay.addToRolePolicy(allow(['s3:PutObject'], this.failures.arnForObjects('*')));
    this.relay.addToRolePolicy(allow(['s3:ListBucket'], this.failures.bucketArn));
    this.relay.addToRolePolicy(allow(['kms:GenerateDataKey'], ground.logs.key.keyArn, via(this, 's3')));
    this.source = this.relay.addEventSourceMapping('Log', {
      eventSourceArn: this.mayRead(ground),
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: [
        FilterCriteria.filter({ eventName: FilterRule.isEqual('INSERT'), dynamodb: { Keys: TICKETS } }),
        FilterCriteria.filter({ eventName: FilterRule.isEqual('INSERT'), dynamodb: { Keys: REFUSED } }),
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('MODIFY'),
          dynamodb: { Keys: { ...TICKETS, ...NOT_THE_FIRST } },
        }),
      ],
      batchSize: 10,
      maxBatchingWindow: Duration.seconds(0),
      parallelizationFactor: 4,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 8,
      maxRecordAge: Duration.days(1),
      onFailure: { bind: () => ({ destination: this.failures.bucketArn }) },
      supportS3OnFailureDestination: true,
      metricsConfig: { metrics: [MetricType.EVENT_COUNT] },
    });
  }

  /** Lets the relay read the log's stream, and returns the stream. */
  private mayRead({ tables: { tickets } }: Ground): string {
    const stream = tickets.table.tableStreamArn ?? '';
    const reads = ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'];
    this.relay.addToRolePolicy(allow(reads, stream));
    this.relay.addToRolePolicy(allow(['dynamodb:ListStreams'], '*'));
    return stream;
  }
}
