import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  type TablePropsV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

const DUE_INDEX = 'due';

/** A table with the key that opens it: whoever may read one needs the other. */
export type LockedTable = Readonly<{ table: TableV2; key: Key }>;

/** The ticket log, and apart from it the case files: their own key and no stream, so that neither IAM nor a consumer reaches both by accident. */
export class Tables extends Construct {
  readonly tickets: LockedTable;
  readonly caseFiles: LockedTable;
  readonly dueIndexArn: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.tickets = this.lockedTable('Tickets', {
      dynamoStream: StreamViewType.KEYS_ONLY,
      globalSecondaryIndexes: [
        {
          indexName: DUE_INDEX,
          partitionKey: { name: 'dueShard', type: AttributeType.STRING },
          sortKey: { name: 'dueAt', type: AttributeType.STRING },
          projectionType: ProjectionType.KEYS_ONLY,
        },
      ],
    });
    this.caseFiles = this.lockedTable('CaseFiles');
    this.dueIndexArn = `${this.tickets.table.tableArn}/index/${DUE_INDEX}`;
  }

  private lockedTable(id: string, props: Partial<TablePropsV2> = {}): LockedTable {
    const removalPolicy = RemovalPolicy.RETAIN;
    const key = new Key(this, `${id}Key`, { enableKeyRotation: true, removalPolicy });
    const table = new TableV2(this, id, {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.customerManagedKey(key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      timeToLiveAttribute: 'expiresAt',
      removalPolicy,
      ...props,
    });
    return { table, key };
  }
}
