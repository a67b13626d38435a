import type { Clock, Extension, Ticket } from '../ticket.ts';
import type { TicketEvent } from '../ticket-event.ts';
import { type Context, close, voidTasks } from './tasks.ts';

type Event<T extends TicketEvent['type']> = Extract<TicketEvent, { type: T }>;

export function startClock(ticket: Ticket, event: Event<'ClockStarted'>, { at }: Context): Ticket {
  const { type: _, ...facts } = event;
  const never = { extended: 0, marks: [], stops: [], restarts: [], recounts: [] };
  const clock: Clock = { ...facts, ...never, since: at, overdue: false };
  return { ...ticket, clocks: { ...ticket.clocks, [event.clock]: clock } };
}

/** What a clock is after; a clock that never ran is nobody's. */
export function changeClock(ticket: Ticket, id: string, facts: (clock: Clock) => Partial<Clock>): Ticket {
  const clock = ticket.clocks[id];
  return clock ? { ...ticket, clocks: { ...ticket.clocks, [id]: { ...clock, ...facts(clock) } } } : ticket;
}

/** A new date: the marks of the old one are over. */
const moved = (at: string, { dueAt, uncertain }: Pick<Clock, 'dueAt' | 'uncertain'>): Partial<Clock> => ({
  ...{ dueAt, uncertain, since: at, marks: [], overdue: false },
});

export function extendClock(ticket: Ticket, event: Event<'ClockExtended'>, { at }: Context): Ticket {
  const { clock, step, rule, extension } = event;
  const next = changeClock(ticket, clock, () => ({ ...moved(at, event), extended: step, rule }));
  return changeExtension(next, extension, { state: 'granted' });
}

export function restartClock(ticket: Ticket, { type: _, ...facts }: Event<'ClockRestarted'>, { at }: Context): Ticket {
  const { clock, startsAt, rule } = facts;
  return changeClock(ticket, clock, ({ restarts }) => ({
    ...moved(at, facts),
    startsAt,
    rule,
    extended: 0,
    restarts: [...restarts, facts],
  }));
}

export function stopClock(ticket: Ticket, event: Event<'ClockStopped'>, { at }: Context): Ticket {
  const { clock, reason, rule, notice } = event;
  return changeClock(ticket, clock, ({ stops, dueAt }) => ({
    stops: [...stops, { reason, rule, at, dueAt, ...(notice && { notice }) }],
  }));
}

/** A date that stays is the old one: its marks are not over, and a breach of it stays one. */
export function resumeClock(ticket: Ticket, event: Event<'ClockResumed'>, { at }: Context): Ticket {
  const { from, untold } = event;
  const over = { until: at, ...(from && { from }), ...(untold && { untold }) };
  return changeClock(ticket, event.clock, ({ stops, dueAt }) => ({
    ...(event.dueAt === dueAt ? {} : moved(at, event)),
    stops: stops.map((stop) => (stop.until ? stop : { ...stop, ...over })),
  }));
}

/** A breach of a date that was a guess is none of the date that it is. */
export function recountClock(ticket: Ticket, { type: _, ...facts }: Event<'ClockRecounted'>, { at }: Context): Ticket {
  const { dueAt } = facts;
  return changeClock(ticket, facts.clock, (clock) => ({
    ...(dueAt === clock.dueAt ? {} : moved(at, { dueAt })),
    uncertain: undefined,
    stops: clock.stops.map((stop) => (stop.until ? stop : { ...stop, dueAt })),
    recounts: [...clock.recounts, { ...facts, at }],
  }));
}

export function proposeExtension(ticket: Ticket, event: Event<'ExtensionProposed'>, { at, by }: Context): Ticket {
  const { type: _, ...facts } = event;
  const extension: Extension = { ...facts, at, by, state: 'proposed', attempt: 1, begunAt: at };
  return { ...ticket, extensions: { ...ticket.extensions, [event.extension]: extension } };
}

export function decideExtension(
  ticket: Ticket,
  { type, extension, task, reason }: Event<'ExtensionApproved'> | Event<'ExtensionRefused'>,
  context: Context,
): Ticket {
  const state = type === 'ExtensionApproved' ? 'approved' : 'refused';
  const next = changeExtension(ticket, extension, { state, decided: { at: context.at, by: context.by, reason } });
  return close(next, task, state, context, { ...(reason && { reason }) });
}

/** Nobody needs to decide on it any more. */
export function voidExtension(
  ticket: Ticket,
  { extension, because }: Event<'ExtensionVoid'>,
  context: Context,
): Ticket {
  const next = changeExtension(ticket, extension, { state: 'void', void: { because, at: context.at } });
  return voidTasks(next, context, ({ work, id }) => work === 'extend' && id.startsWith(`${extension}-`));
}

export function changeExtension(ticket: Ticket, id: string, facts: Partial<Extension>): Ticket {
  const extension = ticket.extensions[id];
  return extension ? { ...ticket, extensions: { ...ticket.extensions, [id]: { ...extension, ...facts } } } : ticket;
}
