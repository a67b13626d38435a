import type { Weight } from '../bank-clocks.ts';
import { acknowledgeClock, type Internal, workClock } from '../bank-clocks.ts';
import { clockDate } from '../clock-date.ts';
import { severityOf } from '../departments.ts';
import { spelledTime } from '../derivation.ts';
import { type Bank, type Clock as Derived, type Happened, statutoryClocks } from '../statutory-clocks.ts';
import type { Clock, Stop, Task, Ticket } from '../ticket.ts';

export type Explained = Readonly<{ unit: Derived['unit']; derivation: readonly string[]; agrees: boolean }>;
type Desk = Bank & Internal;

/**
 * The facts and rules from which the date in the log follows, counted anew. `agrees`: they give the same date, also
 * where the clock stood still.
 */
export function explainClock(ticket: Ticket, clock: Clock, desk: Desk): Explained {
  const derived = derive(ticket, clock, desk);
  const stops = clock.stops.flatMap((stop) => stood(stop, desk));
  const moved = clock.stops.some(({ until, untold }) => until && !untold)
    ? [
        'On the day on which it went on, as many days were left as on the day on which it stopped.',
        `So it is late from ${clock.dueAt}, which is ${spelledTime(clock.dueAt, desk.zone)}.`,
      ]
    : [];
  if (!derived)
    return { unit: 'calendar-days', derivation: [`Rule ${clock.rule}.`, ...stops, ...moved], agrees: false };
  const counted = moved.length > 0 ? clockDate(desk, clock, clock.extended) : derived;
  const agrees = counted.dueAt === clock.dueAt;
  return {
    unit: derived.unit,
    derivation: [...restarts(clock, desk), ...derived.derivation, ...stops, ...moved, ...recounts(clock, desk)],
    agrees,
  };
}

function stood({ reason, rule, at, from, until, untold }: Stop, { zone }: Desk): string[] {
  const end = until ? ` to ${spelledTime(until, zone)}` : ', and still does';
  return [
    `It stood still by ${rule} (${reason}) from ${spelledTime(at, zone)}${end}.`,
    ...(from ? [`The complainant was told of it at ${spelledTime(from, zone)}: it counts from then.`] : []),
    ...(untold ? ['The complainant was not told of it in time: it counts for nothing.'] : []),
  ];
}

/** The clock of a task inside the bank: working hours by the weight of the ticket. */
export function explainTask(ticket: Ticket, task: Task, desk: Desk): Explained {
  const weight: Weight = { severity: severityOf(ticket), tier: ticket.received?.tier ?? 'standard' };
  const { unit, derivation, dueAt } = workClock(
    desk,
    task.work === 'approve' ? 'approval' : 'department',
    weight,
    task.openedAt,
  );
  return { unit, derivation, agrees: dueAt === task.dueAt };
}

function derive(ticket: Ticket, clock: Clock, desk: Desk): Derived | undefined {
  if (clock.clock === 'acknowledge') return acknowledgeClock(desk, desk.pack, clock.startsAt);
  return statutoryClocks(desk, happened(ticket, clock)).find(({ id }) => id === clock.clock);
}

/** What happened, as far as it bears on this one clock. */
function happened({ receivedAt, received }: Ticket, { clock, startsAt, extended }: Clock): Happened {
  const isVerification = clock === 'verification';
  return {
    receivedAt: isVerification ? receivedAt : startsAt,
    passedOnBy: received?.passedOnBy,
    extended,
    ...(isVerification && { verificationAskedAt: startsAt }),
  };
}

const restarts = ({ restarts: all }: Clock, { zone }: Desk): string[] =>
  all.map(
    ({ rule, startsAt, followUp }) =>
      `New facts (${followUp}) came ${spelledTime(startsAt, zone)}: by ${rule} it runs anew from then.`,
  );

const recounts = ({ recounts: all }: Clock, { zone }: Desk): string[] =>
  all.map(
    ({ at, from, calendar }) =>
      `Until ${spelledTime(at, zone)} it was counted to ${spelledTime(from, zone)}, by the bare week where nobody had published the year; then ${calendar} had that year, and it was counted again.`,
  );
