import { StateFailure } from './failure.ts';
import { type Strand, StrandOver } from './strand.ts';

/** One event as GetExecutionHistory tells it: the details stand under the SDK's field name for the type, e.g. `stateEnteredEventDetails`. */
export type HistoryEvent = Readonly<{
  id: number;
  previousEventId: number;
  /** Milliseconds since 1970. */
  timestamp: number;
  type: string;
  [details: `${string}Details`]: Readonly<Record<string, unknown>>;
}>;

/** The event that ends an execution is at most number 25,000, so its states may write one less. */
const EVENTS_OF_STATES = 24_999;

/** Writes the next event of a strand's chain and returns its id. Nothing more is written for a strand that is over. */
export function record(strand: Strand, type: string, details?: Record<string, unknown>): number {
  strand.last = recordAside(strand, type, details);
  return strand.last;
}

/** Writes an event that the next one of the chain passes by, as AWS does for what is aborted and for a failed iteration. */
export function recordAside(
  strand: Strand,
  type: string,
  details?: Record<string, unknown>,
  after = strand.last,
): number {
  if (strand.over) throw new StrandOver();
  const { events } = strand.home;
  if (events.length >= EVENTS_OF_STATES) {
    const cause = 'The execution reached the maximum number of history events (25000).';
    throw new StateFailure('States.Runtime', cause, { fatal: true });
  }
  return append(strand, type, details, after);
}

/** Writes an event without asking whether the strand may: how an execution begins and ends. */
export function append(
  strand: Strand,
  type: string,
  details: Record<string, unknown> | undefined,
  after: number,
): number {
  const { events } = strand.home;
  const id = events.length + 1;
  const event = { timestamp: strand.run.clock.now(), type, id, previousEventId: after };
  events.push(details ? { ...event, [detailsField(type)]: details } : event);
  return id;
}

function detailsField(type: string): `${string}Details` {
  if (type.endsWith('StateEntered')) return 'stateEnteredEventDetails';
  if (type.endsWith('StateExited')) return 'stateExitedEventDetails';
  return `${type.charAt(0).toLowerCase()}${type.slice(1)}EventDetails`;
}
