import { answeringMerged } from '../adapters/answering-merged.ts';
import { documents } from '../adapters/clients.ts';
import { deskTables } from '../adapters/desk-tables.ts';
import { env } from '../adapters/env.ts';
import { OfTicket, step } from '../adapters/step.ts';
import { ticketLog } from '../adapters/ticket-log.ts';
import { declineToldAt } from '../domain/decline.ts';
import { waitsForOther } from '../domain/ended.ts';
import { isTellingOwed } from '../domain/marks.ts';
import { NotReached, NotToldYet } from '../domain/refusals.ts';

const { TICKETS_TABLE, BANK_ZONE } = env('TICKETS_TABLE', 'BANK_ZONE');
const log = ticketLog(documents(), TICKETS_TABLE);
const tables = deskTables(BANK_ZONE);
const answerMerged = answeringMerged(log);

/** The round ends with what became of it, once everybody has been told who must hear of what happened. */
export const handler = step(OfTicket, async ({ ticket: id, execution }, now) => {
  const ticket = await log.read(id, execution);
  if (isTellingOwed(ticket, tables(ticket), now)) throw new NotToldYet(id);
  const who = { at: now.toISOString(), by: 'close' };
  await answerMerged(ticket, who);
  await log.decide(ticket, who, (current) => {
    const { closed, declined, withdrawn, mergedInto, survey, received } = current;
    if (closed || waitsForOther(current)) return [];
    if (withdrawn) return [{ type: 'Closed', outcome: 'withdrawn' }];
    if (mergedInto) return [{ type: 'Closed', outcome: 'merged' }];
    if (declined && !declineToldAt(current)) throw new NotReached('nobody was told that the complaint is declined');
    if (declined) return [{ type: 'Closed', outcome: 'declined' }];
    if (received?.kind !== 'complaint') return [{ type: 'Closed', outcome: 'answered' }];
    return [{ type: 'Closed', outcome: survey ? `rated-${survey.score}` : 'not-rated' }];
  });
});
