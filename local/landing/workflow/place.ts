import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { allStates, type Graph } from './graph.ts';

/** Where a ticket is in the state machine: the states it is in now, those it has left, and the ways it took. */
export type Place = Readonly<{
  present: ReadonlySet<string>;
  passed: ReadonlySet<string>;
  taken: ReadonlySet<string>;
}>;

export const wayName = (from: string, to: string): string => `${from} → ${to}`;

/** `running`: only then anything is still going on where the history ends. */
export function placeIn(history: readonly HistoryEvent[], running: boolean): Place {
  const inside = new Map<string, number>();
  const passed = new Set<string>();
  const taken = new Set<string>();
  const events = new Map(history.map((event) => [event.id, event]));
  for (const event of history) {
    const { stateEnteredEventDetails: entered, stateExitedEventDetails: exited } = event;
    if (entered?.name) {
      inside.set(entered.name, (inside.get(entered.name) ?? 0) + 1);
      const from = leftBefore(event, events);
      if (from) taken.add(wayName(from, entered.name));
    }
    if (!exited?.name) continue;
    inside.set(exited.name, (inside.get(exited.name) ?? 1) - 1);
    passed.add(exited.name);
  }
  const left = [...inside].filter(([, count]) => count > 0).map(([name]) => name);
  if (running) return { present: new Set(left), passed, taken };
  return { present: new Set(), passed: new Set([...passed, ...left]), taken };
}

/** The state that was left just before this one was entered; none where an iteration, or everything, begins. */
function leftBefore(entered: HistoryEvent, events: ReadonlyMap<number | undefined, HistoryEvent>): string | undefined {
  const before = events.get(entered.previousEventId);
  if (!before || before.stateEnteredEventDetails || before.type?.endsWith('Started')) return undefined;
  return before.stateExitedEventDetails?.name ?? leftBefore(before, events);
}

/**
 * What the log alone tells: the states whose function decided something. For executions that ended before this process
 * began, of which no history is left; where two states share a function, neither is taken for passed.
 */
export function placeFromLog(graph: Graph, deciders: Iterable<string>): Place {
  const states = allStates(graph);
  const passed = [...deciders].flatMap((decider) => {
    const works = decider.replaceAll(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());
    const found = states.filter((state) => state.works === works);
    return found.length === 1 ? found.map(({ name }) => name) : [];
  });
  return { present: new Set(), passed: new Set(passed), taken: new Set() };
}

/** A ticket's executions one after the other: where the last one is, and all that any of them passed. */
export function joined(places: readonly Place[]): Place {
  const all = (pick: (place: Place) => ReadonlySet<string>) => new Set(places.flatMap((place) => [...pick(place)]));
  return {
    present: places.at(-1)?.present ?? new Set(),
    passed: all(({ passed }) => passed),
    taken: all(({ taken }) => taken),
  };
}
