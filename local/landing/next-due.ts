import { deskTables } from '../../functions/adapters/desk-tables.ts';
import type { Act } from '../../functions/domain/mark.ts';
import { marks } from '../../functions/domain/marks.ts';
import { openTasks } from '../../functions/domain/tasks.ts';
import type { Told } from './whole-tables.ts';

/** Something that happens by the clock alone. */
export type Due = Readonly<{ at: string; ticket: string; what: string }>;

/** The watch runs every minute, so a mark is passed at the first minute after it. */
const WATCH_MS = 61_000;

const tables = deskTables('Asia/Shanghai');

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
  return marks(ticket, tables(ticket)).map(({ at, act }) => ({ at, ticket: ticket.id, what: whatOf(ticket, act) }));
}

function whatOf({ tasks }: Told, act: Act): string {
  if (act.do === 'tell') {
    const work = tasks[act.tell.task ?? '']?.work;
    return work ? `a reminder for ${work}` : `a message: ${act.tell.purpose}`;
  }
  const types = act.events.map(({ type }) => type);
  if (types.includes('Overdue')) return 'the statutory date passes';
  if (types.includes('SurveyExpired')) return 'the survey expires';
  return 'nobody could be told: the desk takes it up';
}

/** A reply that was prepared and is kept until the contact hours begin. */
function sendingOf(ticket: Told): Due[] {
  const { reply, replied, id } = ticket;
  return reply && !replied && openTasks(ticket).length === 0
    ? [{ at: reply.sendAt, ticket: id, what: 'the reply goes out' }]
    : [];
}
