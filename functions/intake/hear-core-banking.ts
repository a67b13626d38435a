import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { documents } from '../adapters/clients.ts';
import { env } from '../adapters/env.ts';
import { messageOf } from '../adapters/queued-events.ts';
import { logger } from '../adapters/step.ts';
import { ticketLog } from '../adapters/ticket-log.ts';
import { CommandAnswered, settleCommand } from '../domain/settle-command.ts';

const { TICKETS_TABLE } = env('TICKETS_TABLE');
const log = ticketLog(documents(), TICKETS_TABLE);

/** The queue's rule matches the source; it is asked again, since whoever may call this function passes the rule by. */
const Answered = z.object({
  source: z.literal('core-banking'),
  'detail-type': z.enum(['CommandCarriedOut', 'CommandFailed']),
  detail: CommandAnswered,
});

/** Answers to commands, by way of their queue; the same answer may come twice, or after the next one. */
export const handler = async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const { messageId, body } of Records) {
    try {
      const { 'detail-type': type, detail } = Answered.parse(messageOf(body));
      const by = { at: new Date().toISOString(), by: 'core-banking' };
      await log.decide(detail.ticket, by, (ticket) => settleCommand(ticket, { type, ...detail }));
    } catch (error) {
      logger.error('an answer of core banking could not be taken', { messageId, error: error as Error });
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
};
