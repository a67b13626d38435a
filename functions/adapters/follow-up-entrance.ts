import { acceptFollowUp } from './accept-follow-up.ts';
import { caseFile } from './case-file.ts';
import { documents } from './clients.ts';
import { env } from './env.ts';
import { intakeCaps } from './intake-caps.ts';
import { refusedPosts } from './refused-posts.ts';
import { ticketLog } from './ticket-log.ts';

/** The door of what comes later, for both ways in. */
export const followUpEntrance = () => {
  const { TICKETS_TABLE, CASE_FILES_TABLE, BANK_ZONE } = env('TICKETS_TABLE', 'CASE_FILES_TABLE', 'BANK_ZONE');
  const db = documents();
  const refused = refusedPosts(db, { tickets: TICKETS_TABLE, caseFiles: CASE_FILES_TABLE });
  const [log, files] = [ticketLog(db, TICKETS_TABLE), caseFile(db, CASE_FILES_TABLE)];
  return acceptFollowUp({ log, files, refused, caps: intakeCaps(db, CASE_FILES_TABLE) }, BANK_ZONE);
};
