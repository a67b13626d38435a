import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { entrance } from '../adapters/entrance.ts';
import { logger } from '../adapters/step.ts';

const enter = entrance();

/** Posts that channels put on the bus, by way of the intake queue. What cannot be accepted is kept and answered by event. */
export const handler = async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const { messageId, body } of Records) {
    try {
      const { source, detail } = JSON.parse(body) as { source?: unknown; detail?: unknown };
      const { kind } = await enter(detail, { sending: messageId, source: String(source) }, new Date());
      logger.info('a post was received', { kind });
    } catch (error) {
      logger.error('a post could not be received', { messageId, error: error as Error });
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
};
