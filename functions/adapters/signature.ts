import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';

/** Seconds by which a request's timestamp may differ from our clock. */
const WINDOW_SECONDS = 300;

/** The secrets of one channel, the current one first. */
const Secrets = z.array(z.string().check(z.minLength(16)));

/** So many are valid at a time, while one takes the other's place: a third would be an old one that nobody took away. */
export const VALID_AT_A_TIME = 2;

/**
 * The secrets of one sender, from what is kept for all of them; `broken` where its own entry cannot be used. Each is read
 * by itself, so that nobody else stays outside for it. Nothing thrown here quotes what is kept.
 */
export function secretsOf(sender: string, kept: string): readonly string[] | 'unknown' | 'broken' {
  const entries = entriesOf(kept);
  if (!Object.hasOwn(entries, sender)) return 'unknown';
  return Secrets.safeParse(entries[sender]).data ?? 'broken';
}

function entriesOf(kept: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(kept));
  } catch {
    throw new Error('the secrets of the channels are no JSON object of lists');
  }
}

/** What a signature is over: the bytes of a body as they came; of a request without one, its method and path. */
export type Content = string | Uint8Array;
export const ofRequest = (method: string, path: string): Content => `${method} ${path}`;

/** HMAC-SHA-256 over `<timestamp>.<content>`, in hex; the timestamp in seconds since 1970. */
export const sign = (secret: string, timestamp: string, content: Content): string =>
  createHmac('sha256', secret).update(`${timestamp}.`).update(content).digest('hex');

export type Signed = Readonly<{ timestamp: string | undefined; signature: string | undefined; body: Content }>;

/** Why a request is not taken as its sender's, or nothing when it is. */
export function signatureFault(secrets: readonly string[], { timestamp, signature, body }: Signed, now: Date) {
  if (!timestamp || !/^\d{1,12}$/.test(timestamp)) return 'x-timestamp must be seconds since 1970';
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > WINDOW_SECONDS)
    return 'x-timestamp is more than 5 minutes off';
  if (!signature || !/^[0-9a-f]{64}$/.test(signature)) return 'x-signature must be 64 lower-case hex digits';
  const given = Buffer.from(signature, 'hex');
  const valid = secrets.slice(0, VALID_AT_A_TIME);
  const fits = valid.map((secret) => timingSafeEqual(Buffer.from(sign(secret, timestamp, body), 'hex'), given));
  return fits.includes(true) ? undefined : 'x-signature does not fit the body, the timestamp and a valid secret';
}
