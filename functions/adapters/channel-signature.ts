import { env } from './env.ts';
import type { Signed as Request } from './replays.ts';
import { secrets } from './secrets.ts';
import { type Content, secretsOf, signatureFault, VALID_AT_A_TIME } from './signature.ts';
import { logger } from './step.ts';

type Headers = Readonly<Record<string, string | undefined>>;

/** Who says they sent a request: the path they sent it to, and what they signed. */
export type Claimed = Readonly<{ sender: string; path: string; headers: Headers; content: Content }>;

/** The request, if it is the named sender's; or why it is not taken as theirs. */
export type Verified = Readonly<{ request: Request; fault?: undefined } | { request?: undefined; fault: string }>;

/** Says whether a request is the sender's. `senders`: those who may ask for this at all. */
export const channelSignature = (senders: readonly string[]) => {
  const { CHANNELS_SECRET } = env('CHANNELS_SECRET');
  const secret = secrets();

  return async (claimed: Claimed, now: Date): Promise<Verified> => {
    const fault = await faultOf(claimed, now);
    const { sender, path, headers } = claimed;
    // A name that is none of ours is the sender's own text: it would be a metric of its own each time.
    if (fault)
      logger.warn('a signature was refused', { channel: senders.includes(sender) ? sender : 'unknown', why: fault });
    if (fault) return { fault };
    return {
      request: { sender, path, timestamp: String(headers['x-timestamp']), signature: String(headers['x-signature']) },
    };
  };

  async function faultOf({ sender, headers, content }: Claimed, now: Date): Promise<string | undefined> {
    if (!senders.includes(sender)) return 'x-channel names no channel that may post';
    const own = secretsOf(sender, await secret(CHANNELS_SECRET, now));
    if (own === 'unknown') return 'x-channel names no channel that may post';
    if (own === 'broken') {
      logger.error('the secrets of a channel cannot be used: each must have 16 characters or more', { sender });
      return 'no valid secret is kept for this channel';
    }
    if (own.length > VALID_AT_A_TIME)
      logger.error('a channel has more secrets than are valid: only the first two are', { sender });
    const signed = { timestamp: headers['x-timestamp'], signature: headers['x-signature'], body: content };
    return signatureFault(own, signed, now);
  }
};
