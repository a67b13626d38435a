import type { ClusterRow, Major } from '../rules/major.ts';
import type { ComplaintPosted } from './complaint-posted.ts';
import type { Likeness } from './likeness.ts';
import { plainWords, timesFound } from './plain-words.ts';
import type { Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

/** What of many tickets is one matter: the row, and what they have in common. */
export type Matter = Readonly<{ rule: string; tickets: number; withinDays: number; common: readonly string[] }>;

/** The matter a ticket belongs to, with everybody else's; most tickets belong to none. */
export function matterOf({ clusters }: Major, category: string, likeness: Likeness): Matter | undefined {
  if (category === 'unclear') return undefined;
  const row = clusters.find(([, , alike]) => alike.every((particular) => likeness[particular]));
  return row && matter(row, category, likeness);
}

const matter = ([rule, , alike, tickets, withinDays]: ClusterRow, category: string, likeness: Likeness): Matter => ({
  ...{ rule, tickets, withinDays },
  common: [rule, category, ...alike.map((particular) => likeness[particular] ?? '')],
});

type Said = Pick<ComplaintPosted, 'narrative' | 'channel' | 'publicPost'> & Readonly<{ demands: readonly string[] }>;

/** The row by which the ticket alone is an incident. */
export function majorBy({ rows }: Major, { narrative, demands, channel, publicPost }: Said): string | undefined {
  const plain = plainWords([narrative, ...demands].join(' \n '));
  return rows.find(
    ([, , reach, channels, phrases]) =>
      (reach === '*' || publicPost) &&
      (channels === '*' || channels.includes(channel)) &&
      timesFound(plain, phrases) > 0,
  )?.[0];
}

/** An incident is called after its rule and the ticket that crossed it, so that raising it twice is raising it once. */
export const incidentId = (rule: string, ticket: string): string => `${rule}-${ticket}`;

export const raise = (ticket: Ticket, incident: string, rule: string, tickets: number): TicketEvent[] =>
  ticket.incidents.includes(incident) ? [] : [{ type: 'IncidentRaised', incident, rule, tickets }];

export const joinIncident = (ticket: Ticket, incident: string, rule: string): TicketEvent[] =>
  ticket.incidents.includes(incident) ? [] : [{ type: 'IncidentJoined', incident, rule }];
