import { countDays, endOfDay } from './count-days.ts';
import { localDate } from './local-time.ts';
import type { Desk } from './mark.ts';
import { openRound } from './open-round.ts';
import { isLastRound } from './rounds.ts';
import type { Facts, Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

/** `until`: the first instant at which it is too late to ask. */
export type AppealWindow =
  | Readonly<{ state: 'open' | 'too-late'; until: string }>
  | Readonly<{ state: 'last-round' }>
  /** There is no reply yet that could be objected to, or the ticket ended without one. */
  | Readonly<{ state: 'none' }>;

/** Whether a review of the present round can be asked for: of a reply, in its time, and not after the last round. */
export function appealWindow(ticket: Ticket, desk: Desk, at: string): AppealWindow {
  const { received, replied, withdrawn, mergedInto } = ticket;
  if (received?.kind !== 'complaint' || !replied || withdrawn || mergedInto) return { state: 'none' };
  if (isLastRound(ticket, desk.policy)) return { state: 'last-round' };
  const until = windowEnd(replied.at, desk);
  return { state: at < until ? 'open' : 'too-late', until };
}

/** So long after the reply as the pack says, and where it says nothing, as the bank does. */
function windowEnd(repliedAt: string, { pack, policy, calendar, zone }: Desk): string {
  const law = pack.clocks.find(({ startsWhen }) => startsWhen === 'replied');
  const ours = { rule: 'policy', within: policy.appealWindowDays, counting: 'calendar-days' } as const;
  const days = law && law.counting !== 'promptly' ? law : ours;
  return endOfDay(countDays(localDate(repliedAt, zone), days, calendar).last, zone);
}

/**
 * `task`: the survey in which it was asked. `grounds`: salted digest of what was written. `heardAt`: when there was a reply
 * on record to object to, where that was after it was asked.
 */
export type Appeal = Omit<Facts<'AppealAsked'>, 'via'> &
  Readonly<{ via: NonNullable<Facts<'AppealAsked'>['via']>; at: string; heardAt?: string }>;

/** Others decide anew, or it is refused and on record why; asked for again meanwhile, nothing more happens. */
export function askAppeal(ticket: Ticket, desk: Desk, { via, task, grounds, at, heardAt = at }: Appeal): TicketEvent[] {
  const { state } = appealWindow(ticket, desk, at);
  if (state === 'none') return [];
  if (state !== 'open') return ticket.appealRefused ? [] : [{ type: 'AppealRefused', because: state }];
  const asked: TicketEvent = { type: 'AppealAsked', via, ...(task && { task }), ...(grounds && { grounds }) };
  return [asked, ...openRound(ticket, desk, { because: 'appeal', at: heardAt, askedAt: at })];
}
