import { env } from './env.ts';
import { secrets } from './secrets.ts';
import { ChannelSecrets, signatureFault } from './signature.ts';

type Headers = Readonly<Record<string, string | undefined>>;

/** Why a request is not taken as the named sender's, or nothing when it is. */
export const channelSignature = () => {
  const { CHANNELS_SECRET } = env('CHANNELS_SECRET');
  const secret = secrets();

  return async (sender: string, headers: Headers, body: string, now: Date): Promise<string | undefined> => {
    const valid = ChannelSecrets.parse(JSON.parse(await secret(CHANNELS_SECRET, now)));
    const own = Object.hasOwn(valid, sender) ? valid[sender] : undefined;
    if (!own) return 'x-channel names no channel that may post';
    const signed = { timestamp: headers['x-timestamp'], signature: headers['x-signature'], body };
    return signatureFault(own, signed, now);
  };
};
