import { type Content, sign } from '../../functions/adapters/signature.ts';
import type { Desk } from '../../local/demo/desk.ts';

/** A request to the desk's door, signed by whoever holds that secret, at that second. */
export type Crafted = Readonly<{
  path?: string;
  method?: string;
  sender?: string;
  secret?: string;
  /** Seconds from now. */
  offset?: number;
  body?: string | Buffer;
  /** What the signature is over, where it is not the body. */
  signed?: Content;
  headers?: Record<string, string>;
}>;

export type Told = Readonly<{ status: number; headers: Headers; answer: Record<string, unknown> }>;

/** The attacker's end of the line: says whatever it likes, as often as it likes. `again` sends the very same bytes. */
export const attacker = ({ cloud }: Pick<Desk, 'cloud'>) => {
  function craft({ path = '/complaints', method = 'POST', sender = 'web', offset = 0, body, ...over }: Crafted) {
    const timestamp = String(Math.floor(cloud.now().getTime() / 1000) + offset);
    const secret = over.secret ?? `sample-secret-of-${sender}`;
    const headers = {
      'content-type': 'application/json',
      'x-channel': sender,
      'x-timestamp': timestamp,
      'x-signature': sign(secret, timestamp, over.signed ?? body ?? ''),
      ...over.headers,
    };
    const request = {
      method,
      headers,
      ...(body !== undefined && { body: typeof body === 'string' ? body : new Uint8Array(body) }),
    };
    return async (elsewhere = path): Promise<Told> => {
      const answer = await fetch(`${cloud.url}${elsewhere}`, request);
      const text = await answer.text();
      return { status: answer.status, headers: answer.headers, answer: text ? JSON.parse(text) : {} };
    };
  }

  return { craft, send: (crafted: Crafted) => craft(crafted)() };
};

let references = 0;
/** A post that is accepted, unless it is changed. */
export const aPost = (over: object = {}) => ({
  version: 1,
  channel: 'web',
  channelReference: `ATTACK-${++references}`,
  narrative: 'I was charged twice for one purchase.',
  complainant: { name: 'Sample Person', phone: '+8613123456789' },
  ...over,
});
