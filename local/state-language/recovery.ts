import type { Catcher, Retrier, State } from './definition.ts';
import { errorOutput, matches, StateFailure } from './failure.ts';
import { record } from './history.ts';
import { conclude, type Exit, type Step } from './step.ts';
import { pause, type Run } from './strand.ts';

type Recovering = State & Readonly<{ Retry?: readonly Retrier[]; Catch?: readonly Catcher[] }>;

/** Attempts a state until it succeeds, its retriers are used up, or a Catcher takes the failure. */
export async function recovering(step: Step<Recovering>, attempt: () => Promise<Exit>): Promise<Exit> {
  const used = new Map<Retrier, number>();
  for (;;) {
    try {
      return await attempt();
    } catch (failure) {
      if (!(failure instanceof StateFailure) || failure.fatal) throw failure;
      const retrier = step.state.Retry?.find(({ ErrorEquals }) => matches(ErrorEquals, failure));
      const times = retrier ? (used.get(retrier) ?? 0) : 0;
      if (!retrier || times >= (retrier.MaxAttempts ?? 3)) return caught(step, failure);
      used.set(retrier, times + 1);
      await delay(step, delayInSeconds(retrier, times, step.strand.run));
      step.retryCount = (step.retryCount ?? 0) + 1;
    }
  }
}

const delay = ({ strand }: Step, seconds: number) =>
  pause<void>(strand, (resume) => strand.run.clock.at(strand.run.clock.now() + seconds * 1000, resume));

function delayInSeconds(retrier: Retrier, times: number, { random }: Run): number {
  const { IntervalSeconds = 1, BackoffRate = 2, MaxDelaySeconds = Number.POSITIVE_INFINITY, JitterStrategy } = retrier;
  const full = Math.min(IntervalSeconds * BackoffRate ** times, MaxDelaySeconds);
  return JitterStrategy === 'FULL' ? full * (random ?? Math.random)() : full;
}

/** The first Catcher that names the failure decides alone: the state's own Assign and Output are skipped. */
async function caught(step: Step<Recovering>, failure: StateFailure): Promise<Exit> {
  const { strand, state } = step;
  const before = strand.last;
  // A Map or Parallel that failed for good says so, caught or not; a Task's last event has said it already.
  if (state.Type !== 'Task') record(strand, `${state.Type}StateFailed`);
  const index = state.Catch?.findIndex(({ ErrorEquals }) => matches(ErrorEquals, failure)) ?? -1;
  const catcher = state.Catch?.[index];
  if (!catcher) throw failure;

  const after = strand.last;
  const output = errorOutput(failure);
  try {
    // Where the clause itself fails, AWS continues the chain from before the state had failed.
    strand.last = before;
    const exit = await conclude(step, catcher, { errorOutput: output }, output, `Catch[${index}]/`);
    strand.last = after;
    return exit;
  } catch (again) {
    if (state.Type !== 'Task' && again instanceof StateFailure && !again.fatal)
      record(strand, `${state.Type}StateFailed`);
    throw again;
  }
}
