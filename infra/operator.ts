import { ManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Archive } from './archive.ts';
import { allow, onItems, via } from './statements.ts';
import type { Tables } from './tables.ts';

/** What of a ticket in the archive is erased before the rest: its personal part, and nothing beside it. */
const PERSONAL_PARTS = '????????????/personal.json.enc';
const SEALED = '????????????/*';

/**
 * What `npm run holder` takes: to find, export, hold, and erase what is kept of one cardholder. Attached to nobody here: the
 * bank gives it to a role of its own, for a session at a time. It lifts no lock of the archive.
 */
export class Operator extends Construct {
  readonly policy: ManagedPolicy;

  constructor(scope: Construct, id: string, { tickets, caseFiles }: Tables, { bucket, personalKey }: Archive) {
    super(scope, id);
    this.policy = new ManagedPolicy(this, 'HolderRecords', {
      description: 'Find, export, hold and erase what Redress keeps of one cardholder',
      statements: [
        // No index leads from a person to their tickets: the whole table is read.
        allow(['dynamodb:Scan'], caseFiles.table.tableArn),
        ...onItems(caseFiles, ['Query', 'GetItem'], 'CASE#*'),
        ...onItems(caseFiles, ['DeleteItem'], 'CASE#*', 'REFUSED#*'),
        ...onItems(tickets, ['Query', 'PutItem'], 'TICKET#*'),
        ...onItems(tickets, ['DeleteItem'], 'HOLDER#*', 'MATTER#*'),
        allow(['s3:ListBucketVersions'], bucket.bucketArn),
        allow(
          ['s3:GetObjectVersion', 's3:GetObjectRetention', 's3:GetObjectLegalHold', 's3:PutObjectLegalHold'],
          bucket.arnForObjects(SEALED),
        ),
        allow(['s3:DeleteObjectVersion'], bucket.arnForObjects(PERSONAL_PARTS)),
        allow(['kms:Decrypt'], bucket.encryptionKey?.keyArn ?? '', via(bucket, 's3')),
        allow(['kms:Decrypt'], personalKey.keyArn),
      ],
    });
  }
}
