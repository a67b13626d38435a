import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { followUpEntrance } from '../adapters/follow-up-entrance.ts';
import { eachOf } from '../adapters/queued-events.ts';
import { json, later, signedPost } from '../adapters/signed-post.ts';
import { logger } from '../adapters/step.ts';

type Request = APIGatewayProxyEventV2;
type Result = APIGatewayProxyStructuredResultV2;

const enter = followUpEntrance();

/** What a channel's complainant adds, asks, objects to or takes back: signed, or from the bus by way of its queue. */
export const handler = async (event: Request | SQSEvent): Promise<Result | SQSBatchResponse> => {
  if (!('Records' in event)) return posted(event);
  const now = new Date();
  return eachOf(event, (post, from) => enter(post, from, now));
};

/**
 * POST /complaints/{ticket}/follow-ups. The signature is over the body alone, so it is the body that must name the ticket:
 * whoever catches the request cannot send it to another one.
 */
const posted = signedPost(async (post, event, now) => {
  const { ticket } = event.pathParameters ?? {};
  const named = (post.raw as { ticket?: unknown } | null)?.ticket;
  if (named !== undefined && named !== ticket)
    return json(400, { error: 'ForeignTicket', why: 'ticket differs from the path', do: 'name one ticket' });
  const answer = await enter(post, { sending: event.requestContext.requestId }, now);
  logger.info('a follow-up was received', { kind: answer.kind });
  if (answer.kind === 'put-off') return later(answer);
  if (answer.kind === 'accepted') return json(202, { ticket: answer.ticket });
  return json(400, { error: 'Refused', refusal: answer.refusal, fields: answer.fields });
});
