import type { Task, Ticket } from './ticket.ts';

/** What a task puts before whoever decides on it; a link is bound to it when it is sent. */
export type Shown = Readonly<{
  level?: string | undefined;
  proposal?: string | undefined;
  version?: number | undefined;
}>;

export function shownBy({ proposals, earlier }: Ticket, { level, proposal }: Pick<Task, 'level' | 'proposal'>): Shown {
  const all = [...earlier.flatMap((round) => round.proposals), ...proposals];
  const version = proposal && all.findLast((one) => one.proposal === proposal)?.version;
  return { ...(level && { level }), ...(proposal && { proposal }), ...(version && { version }) };
}
