/** What a state fails with, under the names that Retry and Catch match and the execution reports. */
export class StateFailure extends Error {
  override readonly name = 'StateFailure';
  readonly error: string | undefined;
  /** Ends the execution at once: no Retry, no Catch, no event of the states around it. */
  readonly fatal: boolean;
  /** A further name that Retry and Catch may use for it. */
  readonly alias: string | undefined;
  /** Caught by its own name only. */
  readonly hiddenFromAll: boolean;
  override readonly cause: string | undefined;

  constructor(
    error: string | undefined,
    cause: string | undefined,
    how: { fatal?: boolean; alias?: string; hiddenFromAll?: boolean } = {},
  ) {
    super(`${error ?? 'no error name'}: ${cause ?? 'no cause'}`);
    this.error = error;
    this.cause = cause;
    this.fatal = how.fatal ?? false;
    this.alias = how.alias;
    this.hiddenFromAll = how.hiddenFromAll ?? false;
  }
}

/** Whether an `ErrorEquals` names this failure. */
export function matches(errorEquals: readonly string[], failure: StateFailure): boolean {
  return errorEquals.some((name) => {
    if (name === failure.error || (failure.alias !== undefined && name === failure.alias)) return true;
    if (failure.error === 'States.Runtime' || failure.hiddenFromAll) return false;
    return name === 'States.ALL' || (name === 'States.TaskFailed' && failure.error !== 'States.Timeout');
  });
}

/** How a failure looks to a Catch: both fields are always there. */
export const errorOutput = (failure: StateFailure) => ({ Error: failure.error ?? '', Cause: failure.cause ?? '' });

/** How a failure looks in an event: what was not given is left out. */
export const failureDetails = (failure: StateFailure) => ({
  ...(failure.error === undefined ? {} : { error: failure.error }),
  ...(failure.cause === undefined ? {} : { cause: failure.cause }),
});
