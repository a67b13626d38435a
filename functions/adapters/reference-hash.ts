import { sha256 } from './digest.ts';

type Named = Readonly<{ channel?: unknown; channelReference?: unknown }> | null;

/**
 * By this a channel knows its own post in events: SHA-256 of `<channel>:<channelReference>`, without salt, since the channel
 * computes it too. Nothing where the mask changed the reference: card numbers are few enough to be found by trying.
 */
export function referenceHash(raw: unknown, masked: unknown): string | undefined {
  const { channel, channelReference } = (raw as Named) ?? {};
  if (typeof channel !== 'string' || typeof channelReference !== 'string' || !channelReference.trim()) return undefined;
  const isMasked = (masked as Named)?.channelReference !== channelReference || (masked as Named)?.channel !== channel;
  return isMasked ? undefined : sha256(`${channel}:${channelReference.trim()}`);
}
