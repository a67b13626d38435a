import { waitsForOther } from '../../functions/domain/ended.ts';
import { openTasks } from '../../functions/domain/tasks.ts';
import type { Teller } from '../demo/story/teller.ts';
import type { Told } from './whole-tables.ts';

export type Stage = Readonly<{ name: string; isDone: boolean }>;

/** How far a ticket has come, in the words of the desk; the first stage that is not done is the present one. */
export function stages(ticket: Told): Stage[] {
  const { triage, declined, tasks, proposals, reply, replied, closed, archived } = ticket;
  const all = Object.values(tasks);
  const isDone = (work: string) => all.some((task) => task.work === work && task.closed?.outcome === 'done');
  const end = [
    { name: 'Closing', isDone: Boolean(closed) },
    { name: 'Archive', isDone: Boolean(archived) },
  ];
  const triaged = { name: 'Triage', isDone: Boolean(triage) || declined };
  if (declined) return [triaged, ...end];
  const told = { name: 'Reply', isDone: Boolean(replied) };
  if (ticket.mergedInto) return [triaged, { ...told, name: 'Reply of the other' }, ...end];
  if (triage?.lane === 'light') return [triaged, { name: 'Answer', isDone: Boolean(reply) }, told, ...end];
  const rated = {
    name: 'Rating',
    isDone: Boolean(closed) || all.some((task) => task.work === 'survey' && task.closed),
  };
  if (triage?.lane === 'on-the-spot') return [triaged, told, rated, ...end];

  const inHand = all.some(({ work }) => work === 'remedies');
  return [
    triaged,
    ...(triage?.urgent ? [{ name: 'Card protection', isDone: isDone('protect') }] : []),
    ...(triage?.lane === 'desk' ? [{ name: 'Routing', isDone: Boolean(ticket.routed) }] : []),
    { name: 'Investigation', isDone: inHand || proposals.length > ticket.returns },
    { name: 'Approval', isDone: inHand },
    { name: 'Remedies', isDone: isDone('remedies') },
    told,
    rated,
    ...end,
  ];
}

export type Wait = Readonly<{ task?: string; what: string; who: string; until?: string | undefined }>;

const WORK: Readonly<Record<string, string>> = {
  protect: 'Card protection',
  route: 'Routing by hand',
  investigate: 'Findings',
  answer: 'Answer',
  approve: 'Approval',
  remedies: 'Remedies',
  survey: 'Rating',
  parked: 'Parked',
  plan: 'The plan',
};

/** What a ticket waits for, and whose turn it is. */
export function waitsFor(ticket: Told, { name, department }: Teller): Wait[] {
  const { reply, replied, archived } = ticket;
  if (archived) return [];
  const owed = openTasks(ticket).map(({ id, work, person, department: of, level, error, dueAt }) => ({
    task: id,
    what: [WORK[work], work === 'parked' ? `${level}: ${error}` : level].filter(Boolean).join(', '),
    who: [name(person), of && department(of)].filter(Boolean).join(' · '),
    until: dueAt,
  }));
  if (owed.length > 0) return owed;
  if (waitsForOther(ticket))
    return [{ what: 'The reply', who: `of ${ticket.mergedInto?.other}`, until: ticket.clocks.decide?.dueAt }];
  if (reply && !replied) return [{ what: 'Contact hours', who: 'the reply is ready', until: reply.sendAt }];
  return [{ what: 'The workflow', who: 'at work' }];
}
