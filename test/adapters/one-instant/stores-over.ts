import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { caseFile } from '../../../functions/adapters/case-file.ts';
import { codes } from '../../../functions/adapters/codes.ts';
import { links } from '../../../functions/adapters/links.ts';
import { personProof } from '../../../functions/adapters/person-proof.ts';
import { roster } from '../../../functions/adapters/roster.ts';
import { throttle, uncounting } from '../../../functions/adapters/throttle.ts';
import { ticketLog } from '../../../functions/adapters/ticket-log.ts';
import { approvalForms, type OnApproval } from '../../../functions/pages/approval-forms.ts';
import { confirming, type Deciding } from '../../../functions/pages/confirming.ts';
import { LIMITS } from '../../../functions/rules/limits.ts';
import type { EmbeddedTables } from './embedded-tables.ts';

/** The stores as a function has them, over its own client, and what the approval page does with a form. */
export const storesOver = (db: DynamoDBDocumentClient, { tickets, caseFiles }: EmbeddedTables) => {
  const counters = [db, caseFiles, LIMITS] as const;
  const stores = {
    ...{ db, log: ticketLog(db, tickets), links: links(db, tickets) },
    ...{ files: caseFile(db, caseFiles), roster: roster(db, caseFiles), codes: codes(db, caseFiles) },
    ...{ may: throttle(...counters), uncount: uncounting(...counters) },
  };
  const { log, files } = stores;
  /** The page again is what comes of a code that does not do. */
  const again = ({ problem = 'none' }: Readonly<{ problem?: string | undefined }>) => problem as never;
  return {
    ...stores,
    act: confirming<OnApproval & Deciding>({ proof: personProof(stores), log }, again, approvalForms(files)),
  };
};
export type OwnStores = ReturnType<typeof storesOver>;
