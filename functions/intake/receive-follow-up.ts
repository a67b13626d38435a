import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { channelSignature } from '../adapters/channel-signature.ts';
import { followUpEntrance } from '../adapters/follow-up-entrance.ts';
import { eachOf } from '../adapters/queued-events.ts';
import { bodyOf, json, mayPost, parsed } from '../adapters/signed-post.ts';
import { logger } from '../adapters/step.ts';

type Request = APIGatewayProxyEventV2;
type Result = APIGatewayProxyStructuredResultV2;

const enter = followUpEntrance();
const faultOf = channelSignature();

/** What a channel's complainant adds, asks, objects to or takes back: signed, or from the bus by way of its queue. */
export const handler = async (event: Request | SQSEvent): Promise<Result | SQSBatchResponse> => {
  const now = new Date();
  if (!('Records' in event)) return posted(event, now);
  return eachOf(event, ({ source, detail }, sending) => enter(detail, { sending, source }, now));
};

/** POST /complaints/{ticket}/follow-ups */
async function posted(event: Request, now: Date): Promise<Result> {
  const body = bodyOf(event);
  const raw = parsed(body);
  const refusal = await mayPost(event, body, raw, (channel) => faultOf(channel, event.headers, body, now));
  if (refusal) return refusal;

  const { ticket } = event.pathParameters ?? {};
  const isPost = typeof raw === 'object' && raw !== null;
  if (isPost && 'ticket' in raw && raw.ticket !== ticket)
    return json(400, { error: 'ForeignTicket', why: 'ticket differs from the path', do: 'name one ticket' });
  const sending = event.requestContext.requestId;
  const answer = await enter(isPost ? { ticket, ...raw } : raw, { sending }, now);
  logger.info('a follow-up was received', { kind: answer.kind });
  if (answer.kind === 'accepted') return json(202, { ticket: answer.ticket });
  return json(400, { error: 'Refused', refusal: answer.refusal, fields: answer.fields });
}
