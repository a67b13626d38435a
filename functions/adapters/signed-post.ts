import { isUtf8 } from 'node:buffer';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { Channel } from '../domain/complaint-posted.ts';
import { NOT_UTF8, type Read, readJson, unread } from '../domain/read-json.ts';
import { channelSignature } from './channel-signature.ts';
import { documents } from './clients.ts';
import { env } from './env.ts';
import type { PutOffUntil } from './intake-caps.ts';
import { Answered, replays } from './replays.ts';
import { logger } from './step.ts';

/** Of a body: what one item of a table can hold, with room. */
const LONGEST = 256 * 1024;

type Request = APIGatewayProxyEventV2;
type Result = APIGatewayProxyStructuredResultV2;

/**
 * A signed post is wrapped alike by both ways of posting: its size, its signature, and whether it was answered before, all
 * before its body is read. Who resends the very same request, because the answer was lost, gets the same answer again.
 */
export const signedPost = (work: (post: Read, event: Request, now: Date) => Promise<Result>) => {
  const { CASE_FILES_TABLE } = env('CASE_FILES_TABLE');
  const answers = replays(documents(), CASE_FILES_TABLE);
  const verified = channelSignature(Channel.options);

  return async (event: Request): Promise<Result> => {
    const now = new Date();
    const { headers, rawPath: path } = event;
    const content = bytesOf(event);
    if (content.length > LONGEST) return json(413, { error: 'TooLarge', do: `send at most ${LONGEST} bytes` });

    const sender = headers['x-channel'] ?? '';
    const { request, fault } = await verified({ sender, path, headers, content }, now);
    if (!request) return json(401, { error: 'NotSigned', why: fault, do: 'sign as docs/events/README.md describes' });
    const before = await answers.before(request);
    if (before) {
      logger.info('a request was replayed', { channel: sender });
      return { ...before, headers: { ...HEADERS, 'x-replayed': 'true' } };
    }

    const post = isUtf8(content) ? readJson(content.toString()) : unread(content.toString(), NOT_UTF8);
    const answer = isForeign(post, sender) ? FOREIGN : await work(post, event, now);
    // What is answered 429 is to come again.
    if (answer.statusCode !== 429) await answers.keep(request, Answered.parse(answer));
    return answer;
  };
};

const bytesOf = ({ isBase64Encoded, body = '' }: Request): Buffer =>
  Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');

const isForeign = ({ raw }: Read, sender: string): boolean =>
  typeof raw === 'object' && raw !== null && 'channel' in raw && raw.channel !== sender;

const HEADERS = { 'content-type': 'application/json', 'cache-control': 'no-store' };

export const json = (statusCode: number, content: object, headers: Record<string, string> = {}): Result => ({
  statusCode,
  headers: { ...HEADERS, ...headers },
  body: JSON.stringify(content),
});

/** Not refused: the same post is taken when it comes again. */
export const later = ({ rule, of, seconds }: PutOffUntil): Result =>
  json(
    429,
    {
      error: 'TooMany',
      why: `more ${of} than the desk takes at once (${rule})`,
      do: `send it again in ${seconds} seconds`,
    },
    { 'retry-after': String(seconds) },
  );

const FOREIGN = json(403, {
  error: 'ForeignChannel',
  why: 'channel differs from x-channel',
  do: 'post as the channel that signs',
});
