import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { caseFile } from '../../../functions/adapters/case-file.ts';
import { links } from '../../../functions/adapters/links.ts';
import { roster } from '../../../functions/adapters/roster.ts';
import { ticketLog } from '../../../functions/adapters/ticket-log.ts';
import type { EmbeddedTables } from './embedded-tables.ts';

/** The stores as a function has them, over its own client. */
export const storesOver = (db: DynamoDBDocumentClient, { tickets, caseFiles }: EmbeddedTables) => ({
  ...{ db, log: ticketLog(db, tickets), links: links(db, tickets) },
  ...{ files: caseFile(db, caseFiles), roster: roster(db, caseFiles) },
});
export type OwnStores = ReturnType<typeof storesOver>;
