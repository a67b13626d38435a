import { daysAfter } from '../later.ts';
import { type Desk, type Mark, type Telling, tell } from '../mark.ts';
import { standing } from '../running-clock.ts';
import type { Clock, Ticket } from '../ticket.ts';
import { countsFrom } from '../told-stop.ts';
import { again } from './again.ts';

/**
 * A clock that stands is forgotten by nobody. When the date comes that there was before, the supervisor hears that there is
 * no answer yet; and, by the policy, for as long as it stands, from the second time on with the head of complaint work.
 */
export function standsStill(ticket: Ticket, clock: Clock, desk: Desk): Mark[] {
  const { stopRaisedEveryDays: days } = desk.policy;
  const stop = standing(clock);
  const from = stop && countsFrom(ticket, stop);
  if (!from) return [];
  const still = raised(clock, `still-${stop.at}`, desk);
  const repeated = again(ticket, still, days).flatMap(({ at, act }) =>
    act.do === 'tell' ? [tell(at, act.tell), tell(at, toHead(act.tell, desk))] : [],
  );
  return [
    tell(clock.dueAt, raised(clock, `stands-${clock.dueAt}`, desk)),
    tell(daysAfter(new Date(from), days), still),
    ...repeated,
  ];
}

const raised = ({ clock, dueAt }: Clock, what: string, { complaintDesk: department }: Desk): Telling => ({
  ...{ message: `${clock}-${what}`, purpose: 'date-near', dueAt, page: 'proof' },
  to: { role: 'supervisor', department },
});

const toHead = (telling: Telling, { complaintDesk: department }: Desk): Telling => ({
  ...{ ...telling, message: `${telling.message}-head-of-complaint-work` },
  to: { role: 'head-of-complaint-work', department },
});
