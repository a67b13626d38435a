import { createHash, createHmac } from 'node:crypto';

/** JSON with its keys in order and nothing undefined: equal values give equal text, whoever wrote them. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
  return `{${members.join(',')}}`;
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What the log may know of a text: a digest under the ticket's own salt, so that equal texts of two tickets do not show. */
export const digest = (salt: string, value: unknown): string =>
  createHmac('sha256', salt).update(canonical(value)).digest('hex');
