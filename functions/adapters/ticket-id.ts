import { createHmac } from 'node:crypto';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;

/**
 * The ticket number of a post: 12 Crockford base32 characters of an HMAC-SHA-256 over channel and reference, so that the
 * same post finds the same ticket and nobody can count or guess tickets. `counter`: past a true collision, the next.
 */
export function ticketId(key: string, channel: string, reference: string, counter = 0): string {
  const mac = createHmac('sha256', key)
    .update(JSON.stringify([channel, reference, counter]))
    .digest();
  let bits = mac.readBigUInt64BE(0);
  let id = '';
  for (let i = 0; i < LENGTH; i++) {
    id += CROCKFORD[Number(bits & 31n)];
    bits >>= 5n;
  }
  return id;
}

/** What stands for channel and reference in the case file: tells a collision of numbers from the same post again. */
export const pairOf = (key: string, channel: string, reference: string): string =>
  createHmac('sha256', key)
    .update(JSON.stringify(['pair', channel, reference]))
    .digest('hex');
