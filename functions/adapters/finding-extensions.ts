import { extensionExecution, loseExtension } from '../domain/extension/lost.ts';
import { isOpen } from '../domain/extension.ts';
import { hoursAfter } from '../domain/later.ts';
import { POLICY } from '../rules/policy.ts';
import { env } from './env.ts';
import type { Logged, ticketLog } from './ticket-log.ts';
import { workflow } from './workflow.ts';

/** The relay may still be on its way to one that was asked for so shortly before. */
const PATIENCE_HOURS = 0.25;

/** An extension whose execution is gone, or ended without a word, begins another, a bounded number of times. */
export const findingExtensions = (log: Pick<ReturnType<typeof ticketLog>, 'decide'>) => {
  const { EXTENSION_MACHINE_ARN } = env('EXTENSION_MACHINE_ARN');
  const machine = workflow(EXTENSION_MACHINE_ARN);

  return async (ticket: Logged, now: Date): Promise<Logged> => {
    const since = hoursAfter(now, -PATIENCE_HOURS);
    let known = ticket;
    for (const extension of Object.values(ticket.extensions).filter((one) => isOpen(one) && one.begunAt < since)) {
      const execution = extensionExecution(ticket.id, extension);
      const status = await machine.status(execution);
      if (status === 'RUNNING') continue;
      const lost = { execution, status, attemptsAtMost: POLICY.attemptsAtMost };
      known = await log.decide(known, { at: now.toISOString(), by: 'watch' }, (current) =>
        loseExtension(current, lost),
      );
    }
    return known;
  };
};
