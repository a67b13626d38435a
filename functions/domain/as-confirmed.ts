import type { Confirmed } from './event-words.ts';
import { TicketEvent } from './ticket-event.ts';

/** Events that a person causes at a page: their schema has a place for how it was made sure that it was they. */
const BY_PERSON: ReadonlySet<unknown> = new Set(
  TicketEvent.def.options.flatMap(({ shape }) => ('confirmed' in shape ? [...shape.type.def.values] : [])),
);

/** What a person decided, with how it was made sure that it was they; what follows from it by itself has no such mark. */
export const asConfirmed = (events: readonly TicketEvent[], confirmed: Confirmed | undefined): TicketEvent[] =>
  events.map((event) => (confirmed && BY_PERSON.has(event.type) ? ({ ...event, confirmed } as TicketEvent) : event));
