import { sha256 } from './digest.ts';

type Complainant = Readonly<{ name?: unknown; phone?: unknown; email?: unknown }>;
type Named = Readonly<{
  channel?: unknown;
  channelReference?: unknown;
  complainant?: Complainant | null;
  card?: Readonly<{ account?: unknown }> | null;
}> | null;

/**
 * By this a channel knows its own post in events: SHA-256 of `<channel>:<channelReference>`, without salt, since the channel
 * computes it too. Nothing where the reference says whose it is, or where the mask changed it: card and phone numbers are
 * few enough to be found by trying.
 */
export function referenceHash(raw: unknown, masked: unknown): string | undefined {
  const post = raw as Named;
  const { channel, channelReference } = post ?? {};
  if (typeof channel !== 'string' || typeof channelReference !== 'string' || !channelReference.trim()) return undefined;
  const isMasked = (masked as Named)?.channelReference !== channelReference || (masked as Named)?.channel !== channel;
  return isMasked || saysWhose(channelReference, post) ? undefined : sha256(`${channel}:${channelReference.trim()}`);
}

const ADDRESS = /\S@\S|\+\d{7}/;
/** Of a phone number: however the country before it is written. */
const NATIONAL_DIGITS = 8;
const SHORTEST = 2;

function saysWhose(reference: string, post: Named): boolean {
  const { name, phone, email } = post?.complainant ?? {};
  const said = plain(reference);
  const parts = [name, email, post?.card?.account].map(plain);
  const digits = plain(phone).replace(/\D/g, '').slice(-NATIONAL_DIGITS);
  return (
    ADDRESS.test(said) ||
    parts.some((part) => part.length >= SHORTEST && said.includes(part)) ||
    (digits.length === NATIONAL_DIGITS && said.replace(/\D/g, '').includes(digits))
  );
}

const plain = (said: unknown): string => (typeof said === 'string' ? said.normalize('NFKC').trim().toLowerCase() : '');
