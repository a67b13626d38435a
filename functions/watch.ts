import { documents } from './adapters/clients.ts';
import { dueIndex } from './adapters/due-index.ts';
import { env } from './adapters/env.ts';
import { looking } from './adapters/looking.ts';
import { logger } from './adapters/step.ts';

const { TICKETS_TABLE } = env('TICKETS_TABLE');
const dueBy = dueIndex(documents(), TICKETS_TABLE);
const look = looking();

/** Every minute: whatever is due by the clock, and any ticket whose execution is gone. One that fails does not hold up the others. */
export const handler = async (): Promise<{ looked: number; failed: number }> => {
  const now = new Date();
  const tickets = await dueBy(now);
  let failed = 0;
  for (const ticket of tickets) {
    try {
      await look(ticket, now);
    } catch (error) {
      failed += 1;
      logger.error('a ticket could not be looked at', { ticket, error: error as Error });
    }
  }
  if (failed > 0) throw new Error(`${failed} of ${tickets.length} due tickets could not be looked at; they stay due`);
  return { looked: tickets.length, failed };
};
