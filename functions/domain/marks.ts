import { hoursAfter } from './later.ts';
import type { Desk, Mark, Marks } from './mark.ts';
import { acknowledgementMarks } from './marks/acknowledgement.ts';
import { clockMarks } from './marks/clocks.ts';
import { extensionMarks } from './marks/extensions.ts';
import { followUpMarks } from './marks/follow-ups.ts';
import { incidentMarks } from './marks/incidents.ts';
import { mergeMarks } from './marks/merges.ts';
import { movedClockMarks } from './marks/moved-clocks.ts';
import { objectionMarks } from './marks/objections.ts';
import { progressMarks } from './marks/progress.ts';
import { recountMarks } from './marks/recounts.ts';
import { taskMarks } from './marks/tasks.ts';
import { toldOfTaskMarks } from './marks/told-of-task.ts';
import { isOfDesk, SENDING_HOURS, untold } from './marks/untold.ts';
import { withdrawalMarks } from './marks/withdrawal.ts';
import type { Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

/** Each concern lists its own, and none knows of the others. */
const CONCERNS: readonly Marks[] = [
  recountMarks,
  acknowledgementMarks,
  clockMarks,
  extensionMarks,
  movedClockMarks,
  taskMarks,
  toldOfTaskMarks,
  progressMarks,
  mergeMarks,
  incidentMarks,
  followUpMarks,
  objectionMarks,
  withdrawalMarks,
];

/** That nobody could be told of a plan which is still owed waits at the desk; whatever else waited there ended with the seal. */
const untoldOfPlans: Marks = (ticket, desk) => {
  const tasks = Object.entries(ticket.tasks).filter(([id]) => id.startsWith('plan-'));
  return taskMarks({ ...ticket, tasks: Object.fromEntries(tasks) }, desk);
};

/** What is sealed owes its complainant nothing more; a plan against an incident is owed to all of its tickets. */
const OF_SEALED: readonly Marks[] = [incidentMarks, untoldOfPlans];

/** All that time will do to this ticket, and all that it owes, if nobody else does anything: the earliest first. */
export function marks(ticket: Ticket, desk: Desk): Mark[] {
  // Of what is erased nobody can be shown anything.
  if (ticket.erased) return [];
  const concerns = ticket.archived ? OF_SEALED : CONCERNS;
  return concerns
    .flatMap((of) => of(ticket, desk))
    .flatMap((mark) => untold(ticket, mark, desk.policy))
    .map((mark) => held(ticket, mark))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

export const nextMark = (ticket: Ticket, desk: Desk): string | undefined => marks(ticket, desk)[0]?.at;

/**
 * Somebody is still to be told of what happened, or is being told at this moment or again, or a breach is not on record:
 * nothing is closed, or sealed anew, before.
 */
export const isTellingOwed = (ticket: Ticket, desk: Desk, now: Date): boolean =>
  marks(ticket, desk).some(({ at, act }) => {
    if (act.do === 'record') return at <= now.toISOString() && act.events.some(isOfTelling);
    const isAgain = act.tell.time !== undefined || act.tell.notTo !== undefined;
    return !isOfDesk(ticket, act.tell) && (isAgain || at <= hoursAfter(now, SENDING_HOURS));
  });

/** What is raised, or says that nobody could be told of what was. */
const isOfTelling = (event: TicketEvent): boolean =>
  event.type === 'Overdue' || (event.type === 'Parked' && event.error === 'NobodyTold');

/** A message that waits for the complainant's hours is due when they begin. */
function held({ held }: Ticket, mark: Mark): Mark {
  const until = mark.act.do === 'tell' ? held[mark.act.tell.message]?.until : undefined;
  return until && until > mark.at ? { ...mark, at: until } : mark;
}
