import { StateFailure } from './failure.ts';
import { recordAside } from './history.ts';
import { cut, pause, type Strand, spawn } from './strand.ts';

export type Fork = Readonly<{
  count: number;
  /** How many may run at a time. */
  atOnce: number;
  strand(index: number): Strand;
  work(strand: Strand, index: number): Promise<unknown>;
}>;

/** What work answers when its output is to be left out of the whole's. */
export const LEFT_OUT = Symbol('left out');

/** Runs children of a strand and waits for all, or for the first that fails; the outputs in order. */
export async function fork(parent: Strand, { count, atOnce, strand, work }: Fork): Promise<unknown[]> {
  if (count === 0) return [];
  const outputs: unknown[] = Array(count);
  const failure = await pause<StateFailure | undefined>(parent, (resume) => {
    let begun = 0;
    let ended = 0;
    const begin = () => {
      const index = begun++;
      const child = strand(index);
      parent.children.add(child);
      spawn(
        child,
        () => work(child, index),
        (result) => {
          parent.children.delete(child);
          // What comes next continues from where the last child ended.
          if (child.home === parent.home) parent.last = child.last;
          ended += 1;
          if (result instanceof StateFailure) {
            for (const sibling of parent.children) cutChild(parent, sibling);
            return resume(result);
          }
          outputs[index] = result;
          if (begun < count) begin();
          else if (ended === count) resume(undefined);
        },
      );
    };
    while (begun < Math.min(count, atOnce)) begin();
    return () => {};
  });
  if (failure) throw failure;
  return outputs.filter((output) => output !== LEFT_OUT);
}

/** Cuts all other children, and tells the history what they were at: AWS chains that to where the failing one ended. */
export function abortSiblings(parent: Strand, failing: Strand): void {
  for (const sibling of parent.children) {
    if (sibling === failing) continue;
    if (sibling.iteration) recordAside(failing, 'MapIterationAborted', sibling.iteration);
    if (ABORTABLE.includes(sibling.inside ?? '')) recordAside(failing, `${sibling.inside}StateAborted`);
    cutChild(parent, sibling);
  }
}

const ABORTABLE = ['Task', 'Wait', 'Map', 'Parallel'];

/** A Task whose failure ends its branch is told as aborted, too. */
export function abortOwnTask(strand: Strand): void {
  if (strand.inside === 'Task') recordAside(strand, 'TaskStateAborted');
}

function cutChild(parent: Strand, child: Strand): void {
  parent.children.delete(child);
  cut(child);
}
