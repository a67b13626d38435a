import { env } from './env.ts';
import { secrets } from './secrets.ts';
import { secretsOf, signatureFault } from './signature.ts';
import { logger } from './step.ts';

type Headers = Readonly<Record<string, string | undefined>>;

/** Why a request is not taken as the named sender's, or nothing when it is. */
export const channelSignature = () => {
  const { CHANNELS_SECRET } = env('CHANNELS_SECRET');
  const secret = secrets();

  return async (sender: string, headers: Headers, body: string, now: Date): Promise<string | undefined> => {
    const own = secretsOf(sender, await secret(CHANNELS_SECRET, now));
    if (own === 'unknown') return 'x-channel names no channel that may post';
    if (own === 'broken') {
      logger.error('the secrets of a channel cannot be used: each must have 16 characters or more', { sender });
      return 'no valid secret is kept for this channel';
    }
    const signed = { timestamp: headers['x-timestamp'], signature: headers['x-signature'], body };
    return signatureFault(own, signed, now);
  };
};
