import { incidentId, joinIncident, type Matter, raise } from '../domain/incident.ts';
import { daysAfter } from '../domain/later.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { TicketEvent } from '../domain/ticket-event.ts';
import type { Draft } from './chain.ts';
import { type Claim, type Counted, cardholders, type Matters } from './matters.ts';
import type { TicketLog } from './ticket-log.ts';

type Who = Omit<Draft, 'events'>;
export type Gathered = (ticket: Ticket) => TicketEvent[];

/** Joined at one time to an incident. */
const AT_ONCE = 10;

/**
 * Counts a ticket among those of its matter. Whoever crosses the size claims the incident, and only then reads all that
 * were counted: whatever shows itself later finds the claim, whatever showed itself before is read. The raiser's own log
 * is told last, so that a raiser who died half-way joins the others when the step runs again.
 */
export const gathering = (log: TicketLog, matters: Matters) => {
  return gather;

  async function gather(matter: Matter, own: Counted, who: Who): Promise<Gathered> {
    const { rule } = matter;
    await matters.put(matter, own);
    const last = await matters.incident(matter);
    if (last && last.until > own.receivedAt && last.ticket !== own.ticket) return joins(last.incident, rule);

    const claimed = last?.ticket === own.ticket ? last : await crossed(matter, own, last);
    if (!claimed) return () => [];
    if (claimed.ticket !== own.ticket) return joins(claimed.incident, rule);

    const counted = await matters.newest(matter, claimed.since);
    const others = counted.filter((one) => one.ticket !== own.ticket);
    while (others.length > 0) {
      const some = others.splice(0, AT_ONCE);
      await Promise.all(some.map((one) => log.decide(one.ticket, who, joins(claimed.incident, rule))));
    }
    return (current) => raise(current, claimed.incident, rule, cardholders(counted));
  }

  /** The incident of the matter, this ticket's own or another's, once there are so many; of an earlier one none count. */
  async function crossed(matter: Matter, { ticket, receivedAt }: Counted, last?: Claim): Promise<Claim | undefined> {
    const { rule, tickets, withinDays } = matter;
    const window = daysAfter(new Date(receivedAt), -withinDays);
    const since = last && last.until > window ? last.until : window;
    if (cardholders(await matters.newest(matter, since, tickets)) < tickets) return undefined;
    const until = daysAfter(new Date(receivedAt), withinDays);
    return matters.claim(matter, { incident: incidentId(rule, ticket), ticket, since, until }, receivedAt);
  }
};

const joins = (incident: string, rule: string) => (ticket: Ticket) => joinIncident(ticket, incident, rule);
