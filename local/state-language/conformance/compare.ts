import type { Execution, HistoryEvent } from '../engine.ts';
import type { Case } from './case.ts';
import { difference, standInsOf } from './difference.ts';

/** The first difference between a case's recording and how it ran here; undefined if there is none. */
export function compare({ input, tasks, expected, concurrent }: Case, execution: Execution): string | undefined {
  const { history } = execution;
  const firstEntered = expected.states.find(({ ev }) => ev === 'entered');
  const standIns = standInsOf(input, firstEntered?.input);
  const inOrder = concurrent ? anyOrder : differentList;
  return (
    difference(expected.status, execution.status, standIns, 'status') ??
    inOrder(
      expected.eventTypes,
      history.map(({ type }) => type),
      standIns,
      'eventTypes',
    ) ??
    inOrder(expected.states.map(withoutEmpty), history.flatMap(stateOf), standIns, 'states') ??
    inOrder(expected.evaluationFailed ?? [], history.flatMap(evaluationOf), standIns, 'evaluationFailed') ??
    inOrder(tasks.map(scheduled), history.flatMap(scheduledOf), standIns, 'tasks') ??
    difference(expected.output, execution.output, standIns, 'output') ??
    difference(expected.error, execution.error, standIns, 'error') ??
    difference(expected.cause, execution.cause, standIns, 'cause')
  );
}

type Comparison = (
  expected: readonly unknown[],
  actual: readonly unknown[],
  standIns: ReadonlySet<string>,
  path: string,
) => string | undefined;

const differentList: Comparison = (expected, actual, standIns, path) => difference(expected, actual, standIns, path);

/** Concurrent branches may be told in any order: each recorded entry takes an entry that is like it. */
const anyOrder: Comparison = (expected, actual, standIns, path) => {
  const left = [...actual];
  for (const entry of expected) {
    const index = left.findIndex((candidate) => difference(entry, candidate, standIns) === undefined);
    if (index < 0) return `${path}: expected somewhere ${JSON.stringify(entry)}, got ${JSON.stringify(left)}`;
    left.splice(index, 1);
  }
  return left.length > 0 ? `${path}: more than recorded: ${JSON.stringify(left)}` : undefined;
};

function stateOf({
  type,
  stateEnteredEventDetails: entered,
  stateExitedEventDetails: exited,
}: HistoryEvent): unknown[] {
  const state = (ev: string) => ({ ev, type: type.replace(/State(Entered|Exited)$/, '') });
  if (entered) return [{ ...state('entered'), name: entered.name, input: parsed(entered.input) }];
  if (!exited) return [];
  const { assignedVariables } = exited as { assignedVariables?: Record<string, string> };
  const variables = Object.entries(assignedVariables ?? {}).map(([name, value]) => [name, parsed(value)]);
  const assigned = variables.length > 0 ? { assignedVariables: Object.fromEntries(variables) } : {};
  return [{ ...state('exited'), name: exited.name, output: parsed(exited.output), ...assigned }];
}

/** No variables and an empty list of them are the same. */
function withoutEmpty({ assignedVariables, ...state }: Case['expected']['states'][number]) {
  return Object.keys(assignedVariables ?? {}).length > 0 ? { ...state, assignedVariables } : state;
}

const evaluationOf = ({ evaluationFailedEventDetails: details }: HistoryEvent): unknown[] => (details ? [details] : []);

const scheduled = ({ parameters, timeoutInSeconds, heartbeatInSeconds }: Case['tasks'][number]) => ({
  parameters,
  timeoutInSeconds,
  heartbeatInSeconds,
});

function scheduledOf({ type, ...event }: HistoryEvent): unknown[] {
  if (type === 'TaskScheduled') {
    const { parameters, timeoutInSeconds, heartbeatInSeconds } = event.taskScheduledEventDetails ?? {};
    return [{ parameters: parsed(parameters), timeoutInSeconds, heartbeatInSeconds }];
  }
  const details = event.lambdaFunctionScheduledEventDetails ?? event.activityScheduledEventDetails;
  if (!details) return [];
  const { input, timeoutInSeconds, heartbeatInSeconds } = details;
  return [{ parameters: parsed(input), timeoutInSeconds, heartbeatInSeconds }];
}

const parsed = (text: unknown): unknown => JSON.parse(String(text));
