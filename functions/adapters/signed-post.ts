import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** Of a body: what one item of a table can hold, with room. */
const LONGEST = 256 * 1024;

type Result = APIGatewayProxyStructuredResultV2;

export const bodyOf = ({ isBase64Encoded, body = '' }: APIGatewayProxyEventV2): string =>
  isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;

/** Why a body is not even looked at: too large, not signed as the channel it names, or another channel's. */
export async function mayPost(
  { headers }: APIGatewayProxyEventV2,
  body: string,
  raw: unknown,
  faultOf: (channel: string) => Promise<string | undefined>,
): Promise<Result | undefined> {
  if (Buffer.byteLength(body) > LONGEST) return json(413, { error: 'TooLarge', do: `send at most ${LONGEST} bytes` });
  const channel = headers['x-channel'] ?? '';
  const fault = await faultOf(channel);
  if (fault) return json(401, { error: 'NotSigned', why: fault, do: 'sign as docs/events/README.md describes' });
  const isForeign = typeof raw === 'object' && raw !== null && 'channel' in raw && raw.channel !== channel;
  if (!isForeign) return undefined;
  return json(403, {
    error: 'ForeignChannel',
    why: 'channel differs from x-channel',
    do: 'post as the channel that signs',
  });
}

/** A body that is no JSON is refused like any other, and kept as the text it is; digits may hide in its escapes. */
export function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body.replace(ESCAPE, (_, code?: string) => (code ? String.fromCharCode(Number.parseInt(code, 16)) : ' '));
  }
}

const ESCAPE = /\\(?:u([0-9a-f]{4})|[bfnrt])/gi;

export const json = (statusCode: number, content: object): Result => ({
  statusCode,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify(content),
});
