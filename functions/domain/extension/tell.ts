import type { Policy } from '../../rules/policy.ts';
import { sendAt } from '../contact-hours.ts';
import { clockOf, isOpen } from '../extension.ts';
import { epochOf, isoOf } from '../local-time.ts';
import { runningClock } from '../running-clock.ts';
import type { Ticket } from '../ticket.ts';
import type { TicketEvent } from '../ticket-event.ts';

export const noticeOf = (extension: string): string => `${extension}-notice`;

/** A notice begun so shortly before the old date could leave after it: then it is not begun. */
const SENDING_MS = 60_000;

/** When the complainant is told of an approved extension; nothing where there is nothing to tell any more. */
export function noticeAt(
  ticket: Ticket,
  id: string,
  policy: Policy,
  now: string,
): ReturnType<typeof sendAt> | undefined {
  const extension = ticket.extensions[id];
  if (extension?.state !== 'approved' || !clockOf(ticket, extension)) return undefined;
  if (!runningClock(ticket, extension.clock, isoOf(epochOf(now) + SENDING_MS))) return undefined;
  return sendAt({
    now,
    zone: ticket.received?.zone ?? 'UTC',
    deadline: extension.from,
    marginMinutes: policy.replyMarginMinutes,
    urgent: false,
    hours: policy.contactHours,
  });
}

/** What follows from the notice's result, in the same decision: only a notice that left before the old date moves it. */
export function afterNotice(ticket: Ticket, id: string, at: string, isSent: boolean): TicketEvent[] {
  const extension = ticket.extensions[id];
  if (extension?.state !== 'approved') return [];
  if (!isSent) return [{ type: 'ExtensionVoid', extension: id, because: 'not-told' }];
  const clock = runningClock(ticket, extension.clock, at);
  if (!clock || !clockOf(ticket, extension)) return [];
  const { step, rule, from, dueAt, uncertain } = extension;
  const moved = { clock: clock.clock, extension: id, step, rule, from, dueAt };
  return [{ type: 'ClockExtended', ...moved, ...(uncertain && { uncertain }) }];
}

/** The extension that is open on a clock, if the clock gets another date by something else, or none for a while. */
export const overtaken = (ticket: Ticket, clock: string, because: 'moved' | 'stopped' = 'moved'): TicketEvent[] =>
  Object.values(ticket.extensions)
    .filter((one) => one.clock === clock && isOpen(one))
    .map(({ extension }) => ({ type: 'ExtensionVoid', extension, because }));
