import { workClock } from '../domain/bank-clocks.ts';
import { severityOf } from '../domain/departments.ts';
import type { Ticket } from '../domain/ticket.ts';
import { deskTables } from './desk-tables.ts';
import { env } from './env.ts';

/** By when a piece of work that begins now is to be done: in the bank's working hours, by severity and card. */
export const workDue = () => {
  const { BANK_ZONE } = env('BANK_ZONE');
  const tables = deskTables(BANK_ZONE);
  return (ticket: Ticket, clock: 'department' | 'approval', now: Date): string => {
    const weight = { severity: severityOf(ticket), tier: ticket.received?.tier ?? 'standard' };
    return workClock(tables(ticket), clock, weight, now.toISOString()).dueAt;
  };
};
