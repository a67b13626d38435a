import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { relaying } from './adapters/relaying.ts';
import { logger } from './adapters/step.ts';

const { tellRefusal, relay } = relaying();

/**
 * The one way out. A record only says where to look: the ticket is read again, and what the log says now is acted on, so
 * that records may come late, twice, or in any order. A record that fails is given back with all after it of its key.
 */
export const handler = async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  const failed: { itemIdentifier: string }[] = [];
  for (const record of Records) {
    try {
      await act(record);
    } catch (error) {
      logger.error('a record could not be relayed', { key: record.dynamodb?.Keys, error: error as Error });
      failed.push({ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' });
      break;
    }
  }
  return { batchItemFailures: failed };
};

async function act({ dynamodb, eventName }: DynamoDBRecord): Promise<void> {
  const [kind, id = ''] = (dynamodb?.Keys?.pk?.S ?? '').split('#');
  const seq = Number(dynamodb?.Keys?.sk?.S?.split('#')[1]);
  if (kind === 'REFUSED' && eventName === 'INSERT') await tellRefusal(id);
  if (kind === 'TICKET') await relay(id, seq, eventName === 'INSERT');
}
