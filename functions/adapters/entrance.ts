import type { Read } from '../domain/read-json.ts';
import { type Answer, acceptPost } from './accept-post.ts';
import { caseFile } from './case-file.ts';
import { documents } from './clients.ts';
import { env } from './env.ts';
import { intakeCaps } from './intake-caps.ts';
import { refusedPosts, type Sender } from './refused-posts.ts';
import { secrets } from './secrets.ts';
import { ticketLog } from './ticket-log.ts';

/** Countries whose domestic way of writing a phone number is understood, by jurisdiction. */
const COUNTRIES: Readonly<Record<string, string>> = { cn: 'CN', uk: 'GB', eu: 'IE' };

/** The door that both ways in share. */
export const entrance = () => {
  const { TICKETS_TABLE, CASE_FILES_TABLE, TICKET_KEY_SECRET, BANK_ZONE, JURISDICTION } = env(
    'TICKETS_TABLE',
    'CASE_FILES_TABLE',
    'TICKET_KEY_SECRET',
    'BANK_ZONE',
    'JURISDICTION',
  );
  const db = documents();
  const log = ticketLog(db, TICKETS_TABLE);
  const files = caseFile(db, CASE_FILES_TABLE);
  const refused = refusedPosts(db, { tickets: TICKETS_TABLE, caseFiles: CASE_FILES_TABLE });
  const bank = { zone: BANK_ZONE, country: COUNTRIES[JURISDICTION] ?? 'CN', jurisdiction: JURISDICTION };
  const accept = acceptPost({ log, files, refused, caps: intakeCaps(db, CASE_FILES_TABLE) }, bank);
  const secret = secrets();

  return async (read: Read, from: Sender, now: Date): Promise<Answer> =>
    accept(read, from, await secret(TICKET_KEY_SECRET, now), now);
};
