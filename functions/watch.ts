import { documents } from './adapters/clients.ts';
import { dueIndex } from './adapters/due-index.ts';
import { env } from './adapters/env.ts';
import { looking } from './adapters/looking.ts';
import { logger } from './adapters/step.ts';
import { watchRun } from './adapters/watch-run.ts';

const { TICKETS_TABLE } = env('TICKETS_TABLE');
const dueBy = dueIndex(documents(), TICKETS_TABLE);
const { look, owesBreach } = looking();

type Context = Readonly<{ getRemainingTimeInMillis: () => number }>;

/** Every minute: whatever is due by the clock, and any ticket whose execution is gone. One that fails does not hold up the others. */
export const handler = async (
  _: unknown,
  context: Context,
): Promise<{ looked: number; failed: number; left: number }> => {
  const due = await dueBy(new Date());
  const run = await watchRun({
    due,
    owesBreach: (ticket) => owesBreach(ticket, new Date()),
    look: (ticket) => look(ticket, new Date()),
    onFault: (ticket, error) => logger.error('a ticket could not be looked at', { ticket, error }),
    remaining: () => context.getRemainingTimeInMillis(),
  });
  const { failed, left } = run;
  if (left > 0) logger.warn('due tickets were left to the next run', { left });
  if (failed > 0) throw new Error(`${failed} of ${due.length} due tickets could not be looked at; they stay due`);
  return run;
};
