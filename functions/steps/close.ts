import { documents } from '../adapters/clients.ts';
import { env } from '../adapters/env.ts';
import { OfTicket, step } from '../adapters/step.ts';
import { ticketLog } from '../adapters/ticket-log.ts';

const { TICKETS_TABLE } = env('TICKETS_TABLE');
const log = ticketLog(documents(), TICKETS_TABLE);

/** The round ends with what became of it. */
export const handler = step(OfTicket, async ({ ticket: id }, now) => {
  await log.decide(id, { at: now.toISOString(), by: 'close' }, ({ closed, declined, survey, received }) => {
    if (closed) return [];
    if (declined) return [{ type: 'Closed', outcome: 'declined' }];
    if (received?.kind !== 'complaint') return [{ type: 'Closed', outcome: 'answered' }];
    return [{ type: 'Closed', outcome: survey ? `rated-${survey.score}` : 'not-rated' }];
  });
});
