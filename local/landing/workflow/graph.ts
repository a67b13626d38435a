/** A state machine as it is drawn: its states, and the ways between them. */
export type Graph = Readonly<{ first: string; states: readonly State[]; ways: readonly Way[] }>;

export type State = Readonly<{
  name: string;
  type: string;
  /** The substitution of the function that works here, such as `SendReply`. */
  works?: string | undefined;
  /** Reached only when something goes wrong. */
  aside: boolean;
  inner?: Graph;
}>;

export type Way = Readonly<{ from: string; to: string; kind: 'next' | 'error'; label?: string | undefined }>;

type Caught = Readonly<{ ErrorEquals: readonly string[]; Next: string }>;
type Choice = Readonly<{ Condition: string; Next: string }>;
type Declared = Readonly<{
  Type: string;
  Next?: string;
  Default?: string;
  Choices?: readonly Choice[];
  Catch?: readonly Caught[];
  Arguments?: Readonly<{ FunctionName?: string }>;
  ItemProcessor?: Definition;
}>;
export type Definition = Readonly<{ StartAt: string; States: Readonly<Record<string, Declared>> }>;

/** A fault that so many states hand to the same place is told in words: lines from everywhere would hide the way. */
const TOO_MANY_LINES = 3;

export function graphOf({ StartAt, States }: Definition): Graph {
  const declared = Object.entries(States);
  const forward = declared.flatMap(([from, state]) => forwardOf(from, state));
  const faults = declared.flatMap(([from, state]) => faultsOf(from, state, forward));
  // What is caught by its name was foreseen: it is another way to go, not a fault.
  const onItsWay = reachable(StartAt, [...forward, ...faults.filter(({ label }) => label)]);
  const toSamePlace = (to: string) => new Set(faults.filter((way) => way.to === to).map(({ from }) => from)).size;

  return {
    first: StartAt,
    states: declared.map(([name, { Type: type, Arguments, ItemProcessor }]) => ({
      name,
      type,
      works: /^\$\{(\w+)\}$/.exec(Arguments?.FunctionName ?? '')?.[1],
      aside: !onItsWay.has(name),
      ...(ItemProcessor && { inner: graphOf(ItemProcessor) }),
    })),
    ways: [...forward, ...faults.filter(({ to }) => toSamePlace(to) <= TOO_MANY_LINES)],
  };
}

function forwardOf(from: string, { Next, Default, Choices = [] }: Declared): Way[] {
  const chosen = Choices.map(
    ({ Condition, Next: to }) => ({ from, to, kind: 'next', label: chosenBy(Condition) }) as const,
  );
  const otherwise = Default ? [{ from, to: Default, kind: 'next', label: 'otherwise' } as const] : [];
  return [...chosen, ...otherwise, ...(Next ? [{ from, to: Next, kind: 'next' } as const] : [])];
}

function faultsOf(from: string, { Catch = [] }: Declared, forward: readonly Way[]): Way[] {
  return Catch.filter(({ Next }) => !forward.some((way) => way.from === from && way.to === Next)).map(
    ({ ErrorEquals, Next: to }) => ({
      from,
      to,
      kind: 'error',
      label: ErrorEquals.includes('States.ALL') ? undefined : ErrorEquals.join(', '),
    }),
  );
}

/** The value a choice compares with says more than the expression around it. */
const chosenBy = (condition: string) => /'([^']+)'/.exec(condition)?.[1] ?? condition;

function reachable(first: string, ways: readonly Way[]): ReadonlySet<string> {
  const found = new Set([first]);
  for (const name of found) for (const { from, to } of ways) if (from === name) found.add(to);
  return found;
}

/** Every state, those inside others too. */
export const allStates = ({ states }: Graph): readonly State[] =>
  states.flatMap((state) => [state, ...(state.inner ? allStates(state.inner) : [])]);
