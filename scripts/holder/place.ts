import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { caseFile } from '../../functions/adapters/case-file.ts';
import { ticketLog } from '../../functions/adapters/ticket-log.ts';

/** Where the records lie. */
export type Names = Readonly<{ tickets: string; caseFiles: string; archive: string }>;

/** The tables and the bucket, as the operator's own credentials open them. */
export function place(names: Names) {
  const db = DynamoDBDocumentClient.from(new DynamoDBClient({}), { marshallOptions: { removeUndefinedValues: true } });
  return {
    names,
    db,
    s3: new S3Client({ forcePathStyle: process.env.AWS_ENDPOINT_URL !== undefined }),
    log: ticketLog(db, names.tickets),
    files: caseFile(db, names.caseFiles),
  };
}
export type Place = ReturnType<typeof place>;
