import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Complaint } from '../domain/case-file.ts';
import { incidentId, majorBy, matterOf, raise } from '../domain/incident.ts';
import { aloneBy, type Neighbour } from '../domain/same-matter.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { TicketEvent } from '../domain/ticket-event.ts';
import type { Triaged } from '../domain/triage.ts';
import { MAJOR } from '../rules/major.ts';
import { POLICY } from '../rules/policy.ts';
import { SAME_MATTER } from '../rules/same-matter.ts';
import type { Draft } from './chain.ts';
import { gathering } from './gathering.ts';
import { matters } from './matters.ts';
import { merging } from './merging.ts';
import { neighbours } from './neighbours.ts';
import type { Logged, TicketLog } from './ticket-log.ts';

type Who = Omit<Draft, 'events'>;

/** What a ticket is among the others: the same matter as another of its cardholder, or part of something larger. */
export const lookAround = (db: DynamoDBDocumentClient, TableName: string, log: TicketLog) => {
  const merge = merging(log, neighbours(db, TableName, POLICY.mergeWindowDays), SAME_MATTER);
  const gather = gathering(log, matters(db, TableName));

  /** What is to be decided with its triage. A file of before these rules is compared with nothing. */
  async function find(ticket: Logged, { post, likeness }: Complaint, way: Triaged, who: Who) {
    const { received, id, receivedAt } = ticket;
    if (!received || !likeness) return () => [];
    const own = neighbourOf(ticket, way, likeness);
    const merged = await merge.find(own, who);
    // Another post of one person makes no matter larger.
    if (merged.into || received.kind !== 'complaint') return merged.events;

    const rule = majorBy(MAJOR, post);
    const matter = matterOf(MAJOR, way.category, likeness);
    const counted = { ticket: id, receivedAt, holder: likeness.holder };
    const gathered = matter ? await gather(matter, counted, who) : () => [];
    return (current: Ticket): TicketEvent[] => [
      ...merged.events(current),
      ...(rule ? raise(current, incidentId(rule, id), rule, 1) : []),
      ...gathered(current),
    ];
  }

  return { find, finish: merge.finish };
};

function neighbourOf({ id, receivedAt, received }: Logged, way: Triaged, likeness: Neighbour['likeness']): Neighbour {
  const alone = aloneBy(SAME_MATTER, {
    urgent: way.urgent,
    'passed-on': received?.passedOnBy !== undefined,
    'no-standing': received?.standing === 'none',
    'no-complaint': received?.kind !== 'complaint',
    unclear: way.category === 'unclear',
  });
  return {
    ...{ ticket: id, receivedAt, category: way.category, likeness },
    kind: received?.kind ?? 'complaint',
    standing: received?.standing ?? 'self',
    ...(alone && { alone }),
  };
}
