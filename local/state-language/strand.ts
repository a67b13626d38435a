import type { Clock, Execution, RunTask } from './engine.ts';
import { StateFailure } from './failure.ts';
import type { HistoryEvent } from './history.ts';
import type { WaitingTask } from './states/task-attempt.ts';

/** What all strands of one execution share. */
export type Run = {
  readonly clock: Clock;
  readonly runTask: RunTask;
  readonly random: (() => number) | undefined;
  readonly execution: Execution;
  readonly waitingTasks: Map<string, WaitingTask>;
  /** How many strands are at work now, not waiting for a timer, a token or a task. */
  busy: number;
};

/** Where events go and what `$states.context` says of the execution: the execution's own, or that of one item of a distributed Map. */
export type Home = {
  readonly events: HistoryEvent[];
  readonly arn: string;
  readonly name: string;
  readonly context: Readonly<Record<'Execution' | 'StateMachine', Record<string, unknown>>>;
};

export type Item = Readonly<{ Index: number; Value: unknown }>;
export type Variables = Readonly<Record<string, unknown>>;

/** One line of control: the execution's own, a Parallel branch's or a Map iteration's. */
export type Strand = {
  readonly run: Run;
  readonly home: Home;
  readonly item: Item | undefined;
  readonly children: Set<Strand>;
  readonly undo: Set<() => void>;
  variables: Variables;
  /** The id of the last event of its chain. */
  last: number;
  /** The type of the state it is in, for the event that tells of its abortion. */
  inside: string | undefined;
  /** The iteration of a Map that it is, once its start is recorded. */
  iteration: Readonly<{ name: string; index: number }> | undefined;
  working: boolean;
  over: boolean;
};

/** Thrown inside a strand that somebody else ended; nobody needs to hear it. */
export class StrandOver extends Error {
  override readonly name = 'StrandOver';
}

export const newStrand = (of: Pick<Strand, 'run' | 'home' | 'variables' | 'last'> & { item?: Item }): Strand => ({
  item: undefined,
  ...of,
  children: new Set(),
  undo: new Set(),
  inside: undefined,
  iteration: undefined,
  working: false,
  over: false,
});

/** Sets a strand to work; `ended` hears its result or its failure, unless somebody cuts it before. */
export function spawn<T>(strand: Strand, work: () => Promise<T>, ended: (value: T | StateFailure) => void): void {
  const end = (value: T | StateFailure) => {
    if (strand.over) return;
    cut(strand);
    ended(value);
  };
  wake(strand);
  Promise.resolve()
    .then(work)
    .then(end, (thrown: unknown) => end(asFailure(thrown)));
}

/** Waits until `begin`'s callback is called, never within `begin` itself; if the strand is cut first, what `begin` returned is called instead. */
export function pause<T>(strand: Strand, begin: (resume: (value: T) => void) => () => void): Promise<T> {
  return new Promise((resolve) => {
    rest(strand);
    const undo = begin((value) => {
      if (strand.over || !strand.undo.delete(undo)) return;
      wake(strand);
      resolve(value);
    });
    strand.undo.add(undo);
  });
}

/** Ends a strand and all it started: its timers, its tokens and its children. */
export function cut(strand: Strand): void {
  if (strand.over) return;
  strand.over = true;
  rest(strand);
  for (const child of strand.children) cut(child);
  for (const undo of strand.undo) undo();
}

function wake(strand: Strand): void {
  if (!strand.working) strand.run.busy += 1;
  strand.working = true;
}

function rest(strand: Strand): void {
  if (strand.working) strand.run.busy -= 1;
  strand.working = false;
}

/** A fault of the interpreter itself must end the execution too, not leave it running for ever. */
function asFailure(thrown: unknown): StateFailure {
  if (thrown instanceof StateFailure) return thrown;
  return new StateFailure('States.Runtime', thrown instanceof Error ? thrown.message : String(thrown), { fatal: true });
}
