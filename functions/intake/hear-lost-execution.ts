import type { EventBridgeEvent } from 'aws-lambda';
import { documents } from '../adapters/clients.ts';
import { env } from '../adapters/env.ts';
import { logger } from '../adapters/step.ts';
import { ticketLog } from '../adapters/ticket-log.ts';
import { loseExtension, ticketOfExtension } from '../domain/extension/lost.ts';
import { loseExecution, ticketOf } from '../domain/lost-execution.ts';
import { POLICY } from '../rules/policy.ts';

const { TICKETS_TABLE } = env('TICKETS_TABLE');
const log = ticketLog(documents(), TICKETS_TABLE);

type Ended = EventBridgeEvent<'Step Functions Execution Status Change', { name: string; status: string }>;

/** An execution failed, timed out or was aborted: its ticket is told, and the relay starts the next one. An extension has its own. */
export const handler = async ({ detail: { name, status } }: Ended): Promise<void> => {
  const ticket = ticketOf(name) ?? ticketOfExtension(name);
  if (!ticket) return logger.warn('an execution ended that carries no ticket', { name });
  const lost = { execution: name, status, attemptsAtMost: POLICY.attemptsAtMost };
  await log.decide(ticket, { at: new Date().toISOString(), by: 'hear-lost-execution' }, (known) => [
    ...loseExecution(known, lost),
    ...loseExtension(known, lost),
  ]);
};
