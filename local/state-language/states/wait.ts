import type { WaitState } from '../definition.ts';
import { parseInstant } from '../instant.ts';
import { evaluateAs, evaluateCount, evaluationFailed } from '../query.ts';
import { conclude, type Exit, type Step } from '../step.ts';
import { pause } from '../strand.ts';

export async function runWait(step: Step<WaitState>): Promise<Exit> {
  const { clock } = step.strand.run;
  const until = await waitUntil(step);
  if (until > clock.now()) await pause<void>(step.strand, (resume) => clock.at(until, resume));
  return conclude(step, step.state, {}, step.input);
}

async function waitUntil(step: Step<WaitState>): Promise<number> {
  const { Seconds, Timestamp } = step.state;
  const seconds = await evaluateCount(step, 'Seconds', Seconds);
  if (seconds !== undefined) return step.strand.run.clock.now() + seconds * 1000;

  const timestamp = await evaluateAs(step, 'Timestamp', Timestamp, 'string');
  const instant = parseInstant(timestamp);
  if (instant !== undefined) return instant;
  const format = 'an ISO-8601 extended offset date-time format string';
  throw evaluationFailed(step, 'Timestamp', `The Timestamp field cannot be parsed as ${format}: ${timestamp}`);
}
