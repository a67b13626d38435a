import type { EventBridgeEvent } from 'aws-lambda';
import { documents } from '../adapters/clients.ts';
import { env } from '../adapters/env.ts';
import { logger } from '../adapters/step.ts';
import { ticketLog } from '../adapters/ticket-log.ts';
import { workflow } from '../adapters/workflow.ts';
import { loseExtension, ticketOfExtension } from '../domain/extension/lost.ts';
import { isLost, loseExecution, ticketOf } from '../domain/lost-execution.ts';
import { StillRunning } from '../domain/refusals.ts';
import { POLICY } from '../rules/policy.ts';

const { TICKETS_TABLE, STATE_MACHINE_ARN, EXTENSION_MACHINE_ARN } = env(
  'TICKETS_TABLE',
  'STATE_MACHINE_ARN',
  'EXTENSION_MACHINE_ARN',
);
const log = ticketLog(documents(), TICKETS_TABLE);
const machine = workflow(STATE_MACHINE_ARN);
const extensions = workflow(EXTENSION_MACHINE_ARN);

type Ended = EventBridgeEvent<'Step Functions Execution Status Change', { name: string }>;

/**
 * An execution failed, timed out or was aborted: its ticket is told, and the relay starts the next one. An extension has its
 * own. Whether it is so is asked of the state machine: a notice alone must not put a second execution beside a running one.
 */
export const handler = async ({ detail: { name } }: Ended): Promise<void> => {
  const ticket = ticketOf(name) ?? ticketOfExtension(name);
  if (!ticket) return logger.warn('an execution ended that carries no ticket', { name });
  const status = await (ticketOf(name) ? machine : extensions).status(name);
  // What describes it may lag behind what happened: asked again a minute later, and a letter to a person if it runs on.
  if (status === 'RUNNING') throw new StillRunning(name);
  if (!isLost(status)) return logger.warn('an execution was said to be lost, and is not', { name, status });
  const lost = { execution: name, status, attemptsAtMost: POLICY.attemptsAtMost };
  await log.decide(ticket, { at: new Date().toISOString(), by: 'hear-lost-execution' }, (known) => [
    ...loseExecution(known, lost),
    ...loseExtension(known, lost),
  ]);
};
