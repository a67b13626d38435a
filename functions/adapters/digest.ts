import { createHash, createHmac } from 'node:crypto';

/**
 * JSON with its keys in order and nothing undefined: equal values give equal text, whoever wrote them, and other values
 * other text. RFC 8785: keys by their UTF-16 code units, numbers and strings as ECMAScript writes them. What JSON cannot
 * hold is refused: a date, a set or NaN would become the text of something else.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${Array.from(value, (item) => canonical(item ?? null)).join(',')}]`;
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value))
    return JSON.stringify(value);
  if (!isRecord(value)) throw new TypeError(`${typeof value} ${String(value)} has no canonical JSON`);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
  return `{${members.join(',')}}`;
}

const isRecord = (value: unknown): value is object => Object.prototype.toString.call(value) === '[object Object]';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What the log may know of a text: a digest under the ticket's own salt, so that equal texts of two tickets do not show. */
export const digest = (salt: string, value: unknown): string =>
  createHmac('sha256', salt).update(canonical(value)).digest('hex');
