import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';

/** Seconds by which a request's timestamp may differ from our clock. */
const WINDOW_SECONDS = 300;

/** The valid secrets of one channel: two at a time while one is being rotated. */
const Secrets = z.array(z.string().check(z.minLength(16)));

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

/** HMAC-SHA-256 over `<timestamp>.<raw body>`, in hex; the timestamp in seconds since 1970. */
export const sign = (secret: string, timestamp: string, body: string): string =>
  createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');

export type Signed = Readonly<{ timestamp: string | undefined; signature: string | undefined; body: string }>;

/** Why a request is not taken as its sender's, or nothing when it is. */
export function signatureFault(secrets: readonly string[], { timestamp, signature, body }: Signed, now: Date) {
  if (!timestamp || !/^\d{1,12}$/.test(timestamp)) return 'x-timestamp must be seconds since 1970';
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > WINDOW_SECONDS)
    return 'x-timestamp is more than 5 minutes off';
  if (!signature || !/^[0-9a-f]{64}$/.test(signature)) return 'x-signature must be 64 lower-case hex digits';
  const given = Buffer.from(signature, 'hex');
  const fits = secrets.map((secret) => timingSafeEqual(Buffer.from(sign(secret, timestamp, body), 'hex'), given));
  return fits.includes(true) ? undefined : 'x-signature does not fit the body, the timestamp and a valid secret';
}
