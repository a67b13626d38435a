import type { TaskState } from '../definition.ts';
import type { TaskOutcome } from '../engine.ts';
import { failureDetails, StateFailure } from '../failure.ts';
import { record } from '../history.ts';
import { mailbox } from '../mailbox.ts';
import { exceedsLimit, inputDetails, limitExceededBy, outputDetails, textOf } from '../payload.ts';
import type { Step } from '../step.ts';
import type { TaskResource } from '../task-resource.ts';

/** What the outside may do to a task that waits for its token. */
export type WaitingTask = Readonly<{ answer(outcome: TaskOutcome): void; heartbeat(): void }>;

export type Attempt = Readonly<{
  resource: TaskResource;
  parameters: unknown;
  timeout: number | undefined;
  heartbeat: number | undefined;
  credentials: unknown;
}>;

type Letter =
  | Readonly<{ kind: 'submitted' | 'ended'; outcome: TaskOutcome }>
  | Readonly<{ kind: 'late'; alias?: string }>;

/** Runs a task once and returns its result; its failures are told to the history before they are thrown. */
export async function perform(step: Step<TaskState>, attempt: Attempt): Promise<unknown> {
  const { resource } = attempt;
  const { strand } = step;
  record(strand, `${resource.family}Scheduled`, scheduledDetails(step, attempt));
  record(strand, `${resource.family}Started`, resource.family === 'Task' ? named(resource) : undefined);
  const letters = mailbox<Letter>(strand);
  submit(step, attempt, letters.post);
  let submitted = resource.pattern === 'request';
  for (;;) {
    const letter = await letters.next();
    if (letter.kind === 'submitted' && 'output' in letter.outcome) {
      record(strand, 'TaskSubmitted', { ...named(resource), ...outputDetails(letter.outcome.output ?? null) });
      submitted = true;
      continue;
    }
    if (letter.kind === 'late') {
      throw failed(step, resource, 'TimedOut', new StateFailure('States.Timeout', undefined, { alias: letter.alias }));
    }
    if ('output' in letter.outcome) return succeeded(step, resource, letter.outcome.output ?? null);
    // A task that waits for its token can be answered before its submission has returned.
    const refused = letter.kind === 'submitted' || (!submitted && resource.pattern === 'sync');
    const { error, cause } = letter.outcome;
    throw failed(step, resource, refused ? 'SubmitFailed' : 'Failed', new StateFailure(error, cause));
  }
}

/** Sends the task out, starts its clocks and opens its token. Whatever ends the task closes all of them at that very moment. */
function submit(step: Step<TaskState>, attempt: Attempt, post: (letter: Letter) => void): void {
  const { strand, token } = step;
  const { clock, waitingTasks } = strand.run;
  const isLate = (seconds: number | undefined, alias?: string) =>
    seconds === undefined ? () => {} : clock.at(clock.now() + seconds * 1000, () => finish({ kind: 'late', alias }));

  const stopTimeout = isLate(attempt.timeout);
  const listen = () => isLate(attempt.heartbeat, 'States.HeartbeatTimeout');
  // Who cannot send a heartbeat is not expected to.
  let stopHeartbeat = token === undefined ? () => {} : listen();
  const close = () => {
    stopTimeout();
    stopHeartbeat();
    if (token !== undefined) waitingTasks.delete(token);
  };
  const finish = (letter: Letter) => {
    if (!strand.undo.delete(close)) return;
    close();
    post(letter);
  };
  strand.undo.add(close);
  if (token !== undefined) {
    waitingTasks.set(token, {
      answer: (outcome) => finish({ kind: 'ended', outcome }),
      heartbeat() {
        stopHeartbeat();
        stopHeartbeat = listen();
      },
    });
  }
  const submitted = (outcome: TaskOutcome) => post({ kind: 'submitted', outcome });
  call(step, attempt, (output) => submitted({ output })).then((outcome) => {
    if (attempt.resource.pattern !== 'token') finish({ kind: 'ended', outcome });
    else if ('output' in outcome) submitted(outcome);
    else finish({ kind: 'submitted', outcome });
  });
}

async function call(
  { strand, name, state, token }: Step<TaskState>,
  attempt: Attempt,
  submitted: (output: unknown) => void,
) {
  const { parameters, credentials, resource } = attempt;
  const { arn, name: execution } = strand.home;
  try {
    return await strand.run.runTask({
      resource: state.Resource,
      arguments: parameters,
      state: name,
      execution: { arn, name: execution },
      ...(token === undefined ? {} : { token }),
      ...(credentials === undefined ? {} : { credentials }),
      ...(resource.pattern === 'sync' ? { submitted } : {}),
    });
  } catch (thrown) {
    const { name: error, message: cause } = thrown as Error;
    return { error, cause };
  }
}

function succeeded({ strand }: Step, resource: TaskResource, output: unknown): unknown {
  if (exceedsLimit(textOf(output))) {
    const cause = limitExceededBy(resource.resourceType);
    throw failed({ strand }, resource, 'Failed', new StateFailure('States.DataLimitExceeded', cause));
  }
  const details = resource.family === 'Task' ? named(resource) : {};
  record(strand, `${resource.family}Succeeded`, { ...details, ...outputDetails(output) });
  return output;
}

function failed(
  { strand }: Pick<Step, 'strand'>,
  resource: TaskResource,
  how: string,
  failure: StateFailure,
): StateFailure {
  const details = resource.family === 'Task' ? named(resource) : {};
  record(strand, `${resource.family}${how}`, { ...details, ...failureDetails(failure) });
  return failure;
}

const named = ({ resourceType, resource }: TaskResource) => ({ resourceType, resource });

function scheduledDetails({ strand }: Step, { resource, parameters, timeout, heartbeat, credentials }: Attempt) {
  const { RoleArn } = (credentials ?? {}) as { RoleArn?: string };
  const bounds = {
    ...(timeout === undefined ? {} : { timeoutInSeconds: timeout }),
    ...(heartbeat === undefined || resource.family === 'LambdaFunction' ? {} : { heartbeatInSeconds: heartbeat }),
    ...(RoleArn === undefined ? {} : { taskCredentials: { roleArn: RoleArn } }),
  };
  if (resource.family !== 'Task') return { resource: resource.resource, ...inputDetails(parameters), ...bounds };
  const region = strand.home.arn.split(':')[3] ?? '';
  return { ...named(resource), region, parameters: textOf(parameters), ...bounds };
}
