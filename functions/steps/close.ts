import { answeringMerged } from '../adapters/answering-merged.ts';
import { documents } from '../adapters/clients.ts';
import { env } from '../adapters/env.ts';
import { OfTicket, step } from '../adapters/step.ts';
import { ticketLog } from '../adapters/ticket-log.ts';
import { isDeclineTold } from '../domain/decline.ts';
import { waitsForOther } from '../domain/ended.ts';
import { NotReached } from '../domain/refusals.ts';

const { TICKETS_TABLE } = env('TICKETS_TABLE');
const log = ticketLog(documents(), TICKETS_TABLE);
const answerMerged = answeringMerged(log);

/** The round ends with what became of it. */
export const handler = step(OfTicket, async ({ ticket: id, execution }, now) => {
  const ticket = await log.read(id, execution);
  const who = { at: now.toISOString(), by: 'close' };
  await answerMerged(ticket, who);
  await log.decide(ticket, who, (current) => {
    const { closed, declined, withdrawn, mergedInto, survey, received } = current;
    if (closed || waitsForOther(current)) return [];
    if (withdrawn) return [{ type: 'Closed', outcome: 'withdrawn' }];
    if (mergedInto) return [{ type: 'Closed', outcome: 'merged' }];
    if (declined && !isDeclineTold(current)) throw new NotReached('nobody was told that the complaint is declined');
    if (declined) return [{ type: 'Closed', outcome: 'declined' }];
    if (received?.kind !== 'complaint') return [{ type: 'Closed', outcome: 'answered' }];
    return [{ type: 'Closed', outcome: survey ? `rated-${survey.score}` : 'not-rated' }];
  });
});
