import type { State } from './definition.ts';
import { StateFailure } from './failure.ts';
import { record } from './history.ts';
import { exceedsLimit, inputDetails, limitExceededBy, outputDetails, textOf } from './payload.ts';
import { evaluate, type Seen } from './query.ts';
import type { Strand, Variables } from './strand.ts';

/** One visit to a state. */
export type Step<S extends State = State> = {
  readonly strand: Strand;
  readonly name: string;
  readonly state: S;
  readonly input: unknown;
  readonly enteredAt: number;
  /** The id of its Entered event, which causes quote. */
  readonly enteredId: number;
  /** The states that can retry count; the others have no count at all. */
  retryCount: number | undefined;
  token: string | undefined;
};

/** How a state was left: `next` undefined ends the branch. */
export type Exit = Readonly<{ output: unknown; assigned: Variables; next: string | undefined }>;

/** Runs the states of a branch from its `StartAt`; handed to the states that have branches inside. */
export type RunStates = (
  strand: Strand,
  branch: Readonly<{ StartAt: string; States: Readonly<Record<string, State>> }>,
  input: unknown,
) => Promise<unknown>;

const RETRYING = ['Task', 'Map', 'Parallel'];

export function enter<S extends State>(strand: Strand, name: string, state: S, input: unknown): Step<S> {
  strand.inside = state.Type;
  const enteredId = record(strand, `${state.Type}StateEntered`, { name, ...inputDetails(input) });
  const retryCount = RETRYING.includes(state.Type) ? 0 : undefined;
  return { strand, name, state, input, enteredAt: strand.run.clock.now(), enteredId, retryCount, token: undefined };
}

/** Writes the Exited event; only now do the assigned variables count. */
export function leave(step: Step, { output, assigned }: Exit): void {
  const { strand, name, state } = step;
  const names = Object.keys(assigned);
  const variables = Object.fromEntries(names.map((variable) => [variable, textOf(assigned[variable])]));
  const told = { assignedVariables: variables, assignedVariablesDetails: { truncated: false } };
  const details = { name, ...outputDetails(output), ...(names.length > 0 ? told : {}) };
  record(strand, `${state.Type}StateExited`, details);
  strand.inside = undefined;
  if (names.length > 0) strand.variables = { ...strand.variables, ...assigned };
}

type Fields = Readonly<{ Output?: unknown; Assign?: Variables; Next?: string }>;

/**
 * What a set of `Assign`, `Output` and `Next` makes of a result: the state's own, a Choice rule's or a Catcher's,
 * which stand under `path`. Both fields see the variables as they were on entry.
 */
export async function conclude(step: Step, fields: Fields, seen: Seen, otherwise: unknown, path = ''): Promise<Exit> {
  const { Assign = {}, Output, Next } = fields;
  const assigned = (await evaluate(step, `${path}Assign`, Assign, seen)) as Variables;
  const output = Output === undefined ? otherwise : await evaluate(step, `${path}Output`, Output, seen);
  for (const value of [output, ...Object.values(assigned)]) {
    if (exceedsLimit(textOf(value))) {
      throw new StateFailure('States.DataLimitExceeded', limitExceededBy(step.name), { hiddenFromAll: true });
    }
  }
  return { output, assigned, next: Next };
}

/** Concludes a Map or Parallel whose branches have ended; the Exited event passes the Succeeded event by, as on AWS. */
export async function concludeSuccess(step: Step, result: unknown, before: number): Promise<Exit> {
  record(step.strand, `${step.state.Type}StateSucceeded`);
  const exit = await conclude(step, step.state as Fields, { result }, result);
  step.strand.last = before;
  return exit;
}

/** What a branch or an iteration takes over from the strand that it leaves. */
export const inherited = ({ strand: { run, home, item, variables } }: Step) => ({ run, home, item, variables });
