import { documents } from '../adapters/clients.ts';
import { env } from '../adapters/env.ts';
import { step, Waiting } from '../adapters/step.ts';
import { ticketLog } from '../adapters/ticket-log.ts';
import { carryOut } from '../domain/carry-out.ts';
import { hoursAfter } from '../domain/later.ts';
import { POLICY } from '../rules/policy.ts';

const { TICKETS_TABLE } = env('TICKETS_TABLE');
const log = ticketLog(documents(), TICKETS_TABLE);

/** Orders each remedy that moves money from core banking; the task ends when all are carried out, or one has failed. */
export const handler = step(Waiting, async ({ ticket: id, execution, token }, now) => {
  const by = { at: now.toISOString(), by: 'carry-out-remedies' };
  const due = hoursAfter(now, POLICY.remediesWithinHours);
  const before = await log.read(id, execution);
  const ticket = await log.decide(before, by, (current) => carryOut(current, due).events, { token });
  await log.keepToken(ticket, carryOut(ticket, due).task, token);
});
