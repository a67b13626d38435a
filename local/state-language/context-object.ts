import type { Step } from './step.ts';

/** `$states.context`, with the names AWS gives it. */
export function contextOf({ strand, name, enteredAt, retryCount, token }: Step) {
  const { Execution, StateMachine } = strand.home.context;
  const State = { Name: name, EnteredTime: new Date(enteredAt).toISOString() };
  return {
    Execution,
    StateMachine,
    State: retryCount === undefined ? State : { ...State, RetryCount: retryCount },
    ...(strand.item ? { Map: { Item: strand.item } } : {}),
    ...(token === undefined ? {} : { Task: { Token: token } }),
  };
}
