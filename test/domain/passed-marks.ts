import { fold } from '../../functions/domain/evolve.ts';
import type { Desk, Mark } from '../../functions/domain/mark.ts';
import { marks } from '../../functions/domain/marks.ts';
import type { Ticket } from '../../functions/domain/ticket.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { decisions } from './a-ticket.ts';
import { EVERY_EVENT } from './every-event.ts';

/** What a mark puts into the log. */
export const eventsOf = ({ act }: Mark): readonly TicketEvent[] =>
  act.do === 'record' ? act.events : (act.tell.events ?? []);

/** The message that a mark sends, with its result. */
export const sentBy = ({ act }: Mark): TicketEvent[] => {
  if (act.do === 'record') return [];
  const { message, purpose } = act.tell;
  return [
    { ...EVERY_EVENT.MessageIntended, message, purpose },
    { ...EVERY_EVENT.MessageSent, message },
  ];
};

/** What one look at that instant does: whatever is due, in its order, and what it brings about. */
export function passAll(ticket: Ticket, desk: Desk, now: string): { ticket: Ticket; events: TicketEvent[] } {
  const events: TicketEvent[] = [];
  let next = ticket;
  for (let passed = 0; passed < 60; passed += 1) {
    const mark = marks(next, desk).find(({ at }) => at <= now);
    if (!mark) return { ticket: next, events };
    const passing = [...eventsOf(mark), ...sentBy(mark)];
    events.push(...passing);
    next = fold(
      decisions(passing).map((decision) => ({ ...decision, at: now })),
      next,
    );
  }
  throw new Error('the marks never end');
}
