import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { logger } from './step.ts';

/** Each event of a batch for itself: one that could not be taken comes again, and does not take the others with it. */
export async function eachOf(
  { Records }: SQSEvent,
  take: (event: Readonly<{ source: string; detail: unknown }>, sending: string) => Promise<unknown>,
): Promise<SQSBatchResponse> {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const { messageId, body } of Records) {
    try {
      const { source, detail } = JSON.parse(body) as { source?: unknown; detail?: unknown };
      await take({ source: String(source), detail }, messageId);
    } catch (error) {
      logger.error('an event could not be taken', { messageId, error: error as Error });
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}
