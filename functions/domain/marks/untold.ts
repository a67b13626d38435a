import type { Policy } from '../../rules/policy.ts';
import type { Purpose } from '../event-words.ts';
import { hoursAfter } from '../later.ts';
import { type Mark, record, type Telling, tell, WHOEVER_IS_TOLD } from '../mark.ts';
import { TRIAGE_DESK } from '../tasks.ts';
import type { Message, Ticket } from '../ticket.ts';
import type { TicketEvent } from '../ticket-event.ts';
import { INTENTS } from '../ways.ts';

/** So long a message that was meant to go out is left to whoever is sending it. */
export const SENDING_HOURS = 0.1;

/** What the complainant has a right to know: where no way gets through, the desk must find one. */
const MUST_KNOW: readonly Purpose[] = ['clock-stopped', 'clock-restarted', 'merged', 'withdrawn'];

/**
 * What a telling owes that was meant before. One that got through owes nothing; one that may have got stuck goes out again.
 * One that no way could deliver is tried again, each time after twice as long, a bounded number of times; then somebody
 * else hears it in their place, and when that fails too it is the desk's.
 */
export function untold(ticket: Ticket, mark: Mark, policy: Policy): Mark[] {
  if (mark.act.do === 'record') return [mark];
  const { events, ...telling } = mark.act.tell;
  const before = ticket.messages[telling.message];
  if (isWithDesk(ticket, telling)) return [];
  if (!before) return [mark];
  if (before.state === 'sent') return [];
  if (before.state === 'intended' && before.intents < INTENTS)
    return [tell(later(hoursAfter(new Date(before.intendedAt), SENDING_HOURS), mark.at), telling)];
  if (before.time < policy.tellAtMost) {
    const waits = (policy.tellAgainAfterMinutes / 60) * 2 ** (before.time - 1);
    const at = later(hoursAfter(new Date(before.intendedAt), waits), mark.at);
    return [tell(at, { ...telling, time: before.time + 1 })];
  }
  return givenUp(ticket, { ...telling, ...(events && { events }) }, before, policy);
}

/** Another person of the role or above, of whom the message has not been; and after them, the triage desk. */
function givenUp(ticket: Ticket, telling: Telling, before: Message, policy: Policy): Mark[] {
  const { to, notTo, purpose, message } = telling;
  if (to !== 'complainant' && !notTo)
    return untold(ticket, tell(before.intendedAt, instead(telling, before.to)), policy);
  const isOwed = to !== 'complainant' || MUST_KNOW.includes(purpose);
  if (!isOwed || isOfDesk(ticket, telling) || ticket.tasks[untoldTask(message)]) return [];
  return [record(before.intendedAt, parked(message, 'NobodyTold'))];
}

function instead(telling: Telling, person: string): Telling {
  const { time: _, events: __, ...same } = telling;
  const { to, message } = telling;
  const other = { ...same, message: `${message}-instead`, notTo: [person] };
  if (to === 'complainant' || 'role' in to) return { ...other, events: mayDoIt(telling) };
  if (to.person === TRIAGE_DESK) return other;
  const { task: _task, ...untasked } = other;
  return { ...untasked, to: { role: 'supervisor', department: 'complaint-desk' }, page: 'proof' };
}

/** Whoever hears of a task in another's place may do it. */
const mayDoIt = ({ events = [], task, to }: Telling): TicketEvent[] =>
  events.flatMap((event): TicketEvent[] => {
    if (event.type === 'Escalated') return [event];
    if (event.type !== 'TaskOpened' || !task || to === 'complainant' || !('role' in to)) return [];
    return [{ type: 'Escalated', task, to: WHOEVER_IS_TOLD, level: to.role, rule: 'untold' }];
  });

/** The roster has nobody for it: that is on record, with what passed, and the triage desk sees it. Not where that is the desk itself. */
export function nobodyToTell(ticket: Ticket, telling: Telling): TicketEvent[] | undefined {
  if (isOfDesk(ticket, telling)) return undefined;
  const passed = (telling.events ?? []).filter(({ type }) => type === 'ClockMarked' || type === 'Reminded');
  return [...passed, parked(telling.message, 'NobodyOnRoster')];
}

const untoldTask = (message: string): string => `${message}-untold`;
const parked = (message: string, error: 'NobodyTold' | 'NobodyOnRoster'): TicketEvent => ({
  ...{ type: 'Parked', task: untoldTask(message), state: message, error },
});

/** The roster had nobody for it, and the desk has not let it go on. */
function isWithDesk({ tasks }: Ticket, { message }: Telling): boolean {
  const task = tasks[untoldTask(message)];
  return task?.error === 'NobodyOnRoster' && !task.closed;
}

/** It tells the desk of what it has to take up: that goes nowhere else. */
export const isOfDesk = ({ tasks }: Ticket, { task = '' }: Telling): boolean => tasks[task]?.work === 'parked';

const later = (one: string, other: string): string => (one > other ? one : other);
