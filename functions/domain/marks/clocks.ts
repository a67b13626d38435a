import { type ClockMark, clockMarks as marksOf } from '../clock-marks.ts';
import { clockState } from '../clock-state.ts';
import { waitsForOther } from '../ended.ts';
import { type Desk, type Mark, record, tell } from '../mark.ts';
import { isAnswered } from '../running-clock.ts';
import type { Clock, Ticket } from '../ticket.ts';
import type { TicketEvent } from '../ticket-event.ts';
import { isHeld } from '../told-stop.ts';
import { remindHolders } from './remind-holders.ts';
import { standsStill } from './standing-clocks.ts';

/** Before any date: what has not been settled runs, or stands. */
const EVER = '';

/** Every clock for itself: what its marks bring about, and the breach of its date, recorded and raised. */
export function clockMarks(ticket: Ticket, desk: Desk): Mark[] {
  if (ticket.closed) return [];
  // A breach of a round before may have been recorded only as that round was put away: it is raised all the same.
  const breached = ticket.earlier.flatMap(({ clocks }) => Object.values(clocks)).filter(({ overdue }) => overdue);
  return [
    ...breached.flatMap((clock) => ofMarks(ticket, clock, desk)),
    ...Object.values(ticket.clocks).flatMap((clock) => ofClock(ticket, clock, desk)),
  ];
}

function ofClock(ticket: Ticket, clock: Clock, desk: Desk): Mark[] {
  const { clock: id, dueAt, rule } = clock;
  if (desk.pack.clocks.find((row) => row.rule === rule)?.lapses) return [];
  const { state } = clockState(ticket, ticket.round, clock, desk.pack, EVER);
  const breach = clock.overdue ? [] : [record(dueAt, { type: 'Overdue', clock: id, dueAt } as const)];
  const passing = ofMarks(ticket, clock, desk);
  // One that was answered too late is a breach, recorded and raised, though nobody looked at it in between.
  if (state === 'answered-late') return clock.overdue ? passing : breach;
  // Of a stop that the complainant was not told of, the date knows nothing.
  if (state === 'stopped') return isHeld(ticket, clock) ? standsStill(ticket, clock, desk) : [...breach, ...passing];
  if (state !== 'running') return [];
  // What came to an end after its date, or is declined and nobody could be told so yet, was late all the same.
  if (clock.overdue) return passing;
  // A merged ticket is answered with the other, whose date may be a later one: its own is watched until then.
  return isAnswered(ticket) && !waitsForOther(ticket) ? breach : [...breach, ...passing];
}

const ofMarks = (ticket: Ticket, clock: Clock, desk: Desk): Mark[] =>
  marksOf({ ...clock, unit: clock.clock === 'acknowledge' ? 'minutes' : 'calendar-days', within: 0 }, desk)
    // What passed before the date became what it is is over; the date itself never is, though it was known too late.
    .filter(({ at }) => at > clock.since || at >= clock.dueAt)
    .flatMap((mark) => ofMark(ticket, clock, mark, desk));

/** The passing of a mark is decided together with the first message it sends, or alone where there is nobody to tell. */
function ofMark(ticket: Ticket, clock: Clock, mark: ClockMark, desk: Desk): Mark[] {
  const isDue = mark.at >= clock.dueAt;
  // Whoever is told of a breach reads that it is one: the log says so first.
  if (isDue) return clock.overdue ? told(ticket, clock, mark, desk) : [];
  if (clock.overdue) return [];
  const messages = told(ticket, clock, mark, desk);
  if (clock.marks.includes(mark.mark)) return messages;
  const passed: TicketEvent = {
    ...{ type: 'ClockMarked', clock: clock.clock, dueAt: clock.dueAt },
    ...{ mark: mark.mark, rule: mark.rule },
  };
  const [first, ...others] = messages;
  if (first?.act.do !== 'tell') return [record(mark.at, passed)];
  return [tell(first.at, { ...first.act.tell, events: [passed] }), ...others];
}

function told(ticket: Ticket, { clock, dueAt }: Clock, { at, rule, acts }: ClockMark, desk: Desk): Mark[] {
  const message = `${clock}-${rule}-${dueAt}`;
  const purpose = at >= dueAt ? 'date-passed' : 'date-near';
  const above = (role: 'supervisor' | 'head-of-complaint-work'): Mark =>
    tell(at, {
      ...{ message: `${message}-${role}`, purpose, dueAt, page: 'proof' },
      to: { role, department: desk.complaintDesk },
    });
  return acts.flatMap((passing) => {
    if (passing === 'remind-holders') return remindHolders(ticket, at, message);
    if (passing === 'tell-supervisor') return [above('supervisor')];
    if (passing === 'tell-head-of-complaint-work') return [above('head-of-complaint-work')];
    return [];
  });
}
