import { ticketOf } from '../../../functions/domain/lost-execution.ts';
import type { MeterRecord } from '../../meter.ts';

/** The part of a record that each ticket bears; what is left to 1 is nobody's: a fixed cost. */
export type Shares = ReadonlyMap<string, number>;

/**
 * Whose every record is. An invocation belongs, in even shares, to the tickets whose keys it touched or whose execution
 * called it, and all it did goes with it. Requests to the API and to queues, which the meter sees outside an invocation,
 * are shared by the invocations they led to.
 */
export function attribution(records: readonly MeterRecord[]): (record: MeterRecord) => Shares {
  const touched = touchedBy(records);
  const cameBy = new Map<string, string[]>();
  for (const { service, resource, invocation } of records) {
    if (service === 'lambda' && invocation)
      cameBy.set(nameOf(resource), [...(cameBy.get(nameOf(resource)) ?? []), invocation]);
  }
  const queues = new Set(records.flatMap(({ service, resource }) => (service === 'sqs' ? [resource] : [])));
  const fromQueues = [...queues].flatMap((queue) => cameBy.get(queue) ?? []);
  const ofInvocations = memo((invocations: readonly string[]) => shared(invocations, touched));

  return (record) => {
    const { service, resource, invocation } = record;
    if (service === 'states') return evenly([ticketOf(nameOf(resource)) ?? ''].filter(Boolean));
    if (invocation) return evenly([...(touched.get(invocation) ?? [])]);
    if (service === 'http-api' || service === 'sqs') return ofInvocations(cameBy.get(resource) ?? NONE);
    // What channels and core banking put on the bus reaches us by the queues.
    if (service === 'events') return ofInvocations(fromQueues);
    return evenly([]);
  };
}

/** Once a day, about all that changed: no ticket's. */
const DAILY = /-Anchor/;

const NONE: readonly string[] = [];
const nameOf = (resource: string) =>
  resource.startsWith('arn:') ? resource.slice(resource.lastIndexOf(':') + 1) : resource;

function touchedBy(records: readonly MeterRecord[]): ReadonlyMap<string, ReadonlySet<string>> {
  const touched = new Map<string, Set<string>>();
  for (const { service, resource, key, invocation, functionName = '' } of records) {
    if (!invocation || DAILY.test(functionName)) continue;
    const ticket =
      service === 'lambda' ? ticketOf(nameOf(resource)) : /^(?:TICKET|CASE)#([0-9A-Z]{12})$/.exec(key ?? '')?.[1];
    if (ticket) touched.set(invocation, (touched.get(invocation) ?? new Set()).add(ticket));
  }
  return touched;
}

function shared(invocations: readonly string[], touched: ReadonlyMap<string, ReadonlySet<string>>): Shares {
  const shares = new Map<string, number>();
  for (const invocation of invocations) {
    for (const [ticket, share] of evenly([...(touched.get(invocation) ?? [])]))
      shares.set(ticket, (shares.get(ticket) ?? 0) + share / invocations.length);
  }
  return shares;
}

const evenly = (tickets: readonly string[]): Shares => new Map(tickets.map((ticket) => [ticket, 1 / tickets.length]));

function memo<K extends object, V>(work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    if (!known.has(key)) known.set(key, work(key));
    return known.get(key) as V;
  };
}
