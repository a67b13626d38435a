import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Answer } from '../adapters/accept-post.ts';
import { channelSignature } from '../adapters/channel-signature.ts';
import { entrance } from '../adapters/entrance.ts';
import { logger } from '../adapters/step.ts';

const enter = entrance();
const faultOf = channelSignature();
/** Of a body: what one item of a table can hold, with room. */
const LONGEST = 256 * 1024;

/** POST /complaints: one signed post in, a ticket number and the date by which an answer is due out. */
export const handler = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
  const now = new Date();
  const body = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : (event.body ?? '');
  if (Buffer.byteLength(body) > LONGEST) return json(413, { error: 'TooLarge', do: `send at most ${LONGEST} bytes` });

  const channel = event.headers['x-channel'] ?? '';
  const fault = await faultOf(channel, event.headers, body, now);
  if (fault) return json(401, { error: 'NotSigned', why: fault, do: 'sign as docs/events/README.md describes' });

  const raw = parsed(body);
  const isForeign = typeof raw === 'object' && raw !== null && 'channel' in raw && raw.channel !== channel;
  if (isForeign)
    return json(403, {
      error: 'ForeignChannel',
      why: 'channel differs from x-channel',
      do: 'post as the channel that signs',
    });
  const answer = await enter(raw, { sending: event.requestContext.requestId }, now);
  logger.info('a post was received', { kind: answer.kind, channel });
  return told(answer);
};

function told(answer: Answer): APIGatewayProxyStructuredResultV2 {
  switch (answer.kind) {
    case 'accepted': {
      const { ticket, dueAt, missing } = answer;
      return json(202, { ticket, ...(dueAt && { answerDueAt: dueAt }), missing });
    }
    case 'conflict':
      return json(409, {
        error: 'Conflict',
        ticket: answer.ticket,
        why: 'this reference was posted before with another body',
        do: 'post it under a reference of its own',
      });
    case 'refused':
      return json(400, { error: 'Refused', refusal: answer.refusal, fields: answer.fields });
  }
}

/** A body that is no JSON is refused like any other, and kept as the text it is; digits may hide in its escapes. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body.replace(ESCAPE, (_, code?: string) => (code ? String.fromCharCode(Number.parseInt(code, 16)) : ' '));
  }
}

const ESCAPE = /\\(?:u([0-9a-f]{4})|[bfnrt])/gi;

const json = (statusCode: number, content: object): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify(content),
});
