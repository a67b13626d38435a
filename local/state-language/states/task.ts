import type { TaskState } from '../definition.ts';
import { StateFailure } from '../failure.ts';
import { exceedsLimit, limitExceededBy, textOf } from '../payload.ts';
import { evaluate, evaluateCount } from '../query.ts';
import { recovering } from '../recovery.ts';
import { conclude, type Exit, type Step } from '../step.ts';
import { taskResource } from '../task-resource.ts';
import { issueToken } from '../task-tokens.ts';
import { perform } from './task-attempt.ts';

export const runTask = (step: Step<TaskState>): Promise<Exit> =>
  recovering(step, async () => {
    const { strand, state, input } = step;
    const resource = taskResource(state.Resource);
    step.token = resource.pattern === 'token' ? issueToken(strand.run.execution) : undefined;
    const parameters = state.Arguments === undefined ? input : await evaluate(step, 'Arguments', state.Arguments);
    const timeout = await evaluateCount(step, 'TimeoutSeconds', state.TimeoutSeconds);
    const heartbeat = await evaluateCount(step, 'HeartbeatSeconds', state.HeartbeatSeconds);
    const credentials = await evaluate(step, 'Credentials', state.Credentials);
    if (exceedsLimit(textOf(parameters))) {
      throw new StateFailure('States.DataLimitExceeded', limitExceededBy(step.name));
    }
    const result = await perform(step, { resource, parameters, timeout, heartbeat, credentials });
    return conclude(step, state, { result }, result);
  });
