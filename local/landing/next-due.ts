import { marks } from '../../functions/domain/marks.ts';
import { openTasks } from '../../functions/domain/tasks.ts';
import { POLICY } from '../../functions/rules/policy.ts';
import type { Told } from './whole-tables.ts';

/** Something that happens by the clock alone. */
export type Due = Readonly<{ at: string; ticket: string; what: string }>;

/** The watch runs every minute, so a mark is passed at the first minute after it. */
const WATCH_MS = 61_000;

/** What the clock alone will bring, the earliest first. */
export function whatIsDue(tickets: readonly Told[], now: Date): Due[] {
  const present = now.toISOString();
  return tickets
    .filter(({ archived }) => !archived)
    .flatMap((ticket) => [...marksOf(ticket), ...sendingOf(ticket)])
    .filter(({ at }) => at > present)
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

export const passed = ({ at }: Due): Date => new Date(Date.parse(at) + WATCH_MS);

function marksOf(ticket: Told): Due[] {
  return marks(ticket, POLICY).map(({ at, event }) => {
    const what =
      event.type === 'Reminded'
        ? `a reminder for ${ticket.tasks[event.task]?.work}`
        : event.type === 'Overdue'
          ? 'the statutory date passes'
          : event.type === 'SurveyExpired'
            ? 'the survey expires'
            : 'nobody could be told: the desk takes it up';
    return { at, ticket: ticket.id, what };
  });
}

/** A reply that was prepared and is kept until the contact hours begin. */
function sendingOf(ticket: Told): Due[] {
  const { reply, replied, id } = ticket;
  return reply && !replied && openTasks(ticket).length === 0
    ? [{ at: reply.sendAt, ticket: id, what: 'the reply goes out' }]
    : [];
}
