import { type Desk, type Mark, tell } from '../mark.ts';
import { isAnswered } from '../running-clock.ts';
import { noticeOfStop } from '../stop-clock.ts';
import type { Clock, Ticket } from '../ticket.ts';

/** The complainant is told that a clock stands still, or runs anew, where the rule wants it told. */
export function movedClockMarks(ticket: Ticket, desk: Desk): Mark[] {
  if (isAnswered(ticket)) return [];
  return Object.values(ticket.clocks).flatMap((clock) => [...stopped(clock, desk), ...restarted(ticket, clock, desk)]);
}

const stopped = ({ clock, stops }: Clock, { pack }: Desk): Mark[] =>
  stops.flatMap(({ at, rule, until, notice }, nth) => {
    const isTold = pack.stops.some((row) => row.rule === rule && row.customerTold);
    const message = notice ?? noticeOfStop({ clock }, nth);
    return isTold && !until ? [tell(at, { message, purpose: 'clock-stopped', to: 'complainant' })] : [];
  });

/** Where it runs anew a second time before anybody was told of the first, the newest date is told. */
function restarted(ticket: Ticket, { clock, restarts, dueAt }: Clock, { pack }: Desk): Mark[] {
  const newest = restarts.at(-1);
  const isTold = pack.restarts.some((row) => row.clock === clock && row.customerTold);
  const at = newest && ticket.followUps.find(({ followUp }) => followUp === newest.followUp)?.at;
  if (!newest || !at || !isTold) return [];
  const message = `${clock}-restart-${newest.followUp}`;
  return [tell(at, { message, purpose: 'clock-restarted', to: 'complainant', dueAt })];
}
