import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { type Read, readJson } from '../domain/read-json.ts';
import type { Sender } from './refused-posts.ts';
import { logger } from './step.ts';

/** A message of a queue that is no JSON. The parser's own error quotes the text, and would take it into the log. */
export class NotJson extends Error {
  override readonly name = 'NotJson';
}

export function messageOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new NotJson();
  }
}

/**
 * Each event of a batch for itself: one that could not be taken, or is put off, stays in its queue and comes again, and does
 * not take the others with it.
 */
export async function eachOf(
  { Records }: SQSEvent,
  take: (post: Read, from: Sender) => Promise<Readonly<{ kind: string }>>,
): Promise<SQSBatchResponse> {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const { messageId, body } of Records) {
    try {
      const { source, detail } = messageOf(body) as { source?: unknown; detail?: unknown };
      const { raw, faults } = readJson(body);
      const post = { raw: faults.length > 0 ? raw : detail, faults };
      const { kind } = await take(post, { sending: messageId, source: String(source) });
      logger.info('an event was received', { kind });
      if (kind === 'put-off') batchItemFailures.push({ itemIdentifier: messageId });
    } catch (error) {
      logger.error('an event could not be taken', { messageId, error: error as Error });
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}
