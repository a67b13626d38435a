import { caseFile } from './case-file.ts';
import { documents } from './clients.ts';
import { env } from './env.ts';
import { links } from './links.ts';
import { roster } from './roster.ts';
import { ticketLog } from './ticket-log.ts';

/** The two tables behind their four faces, for functions that hold the grants of both. */
export const stores = (db = documents()) => {
  const { TICKETS_TABLE, CASE_FILES_TABLE } = env('TICKETS_TABLE', 'CASE_FILES_TABLE');
  return {
    log: ticketLog(db, TICKETS_TABLE),
    links: links(db, TICKETS_TABLE),
    files: caseFile(db, CASE_FILES_TABLE),
    roster: roster(db, CASE_FILES_TABLE),
  };
};
export type Stores = ReturnType<typeof stores>;
