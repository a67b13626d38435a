import { SHORTEST } from './card-numbers.ts';
import { maskCards } from './mask-cards.ts';
import { maskSplit } from './split-cards.ts';

const DEEPEST = 40;
const DIGEST = /^(?=.*[a-f])[0-9a-f]{64}$/;

/**
 * A post with every card number masked, in values and in keys, however deep; digests of attachments stay whole. Halves of
 * characters, which JSON can hold and a table cannot, become the sign for what cannot be read. A number that begins in one
 * text and ends in another is masked in both.
 */
export function maskPost<T>(json: T): T {
  const each = masked(json, 0);
  const texts: string[] = [];
  overTexts(each, (text) => texts.push(text));
  const whole = maskSplit(texts);
  if (whole.every((text, i) => text === texts[i])) return each as T;
  let next = 0;
  return overTexts(each, () => whole[next++]) as T;
}

/** Numbers of their own kind: a reference, a phone, an account, an instant. What lies beside them does not go on in them. */
const OF_THEIR_OWN = /^(channelReference|ticket|phone|account|lastFour|sha256|zone|.*At)$/;

/** The same JSON with another text for each free one, in order. */
function overTexts(json: unknown, another: (text: string) => unknown): unknown {
  if (typeof json === 'string') return another(json);
  if (Array.isArray(json)) return json.map((item) => overTexts(item, another));
  if (json === null || typeof json !== 'object') return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [key, OF_THEIR_OWN.test(key) ? value : overTexts(value, another)]),
  );
}

function masked(json: unknown, depth: number): unknown {
  if (typeof json === 'string') return DIGEST.test(json) ? json : maskCards(json.toWellFormed());
  if (typeof json === 'number') return maskNumber(json);
  if (json === null || typeof json !== 'object') return json;
  if (depth === DEEPEST) return null;
  if (Array.isArray(json)) return json.map((item) => masked(item, depth + 1));
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [maskCards(key.toWellFormed()), masked(value, depth + 1)]),
  );
}

/**
 * Amounts have at most 13 digits; a longer number may be a card sent without quotes. Where JSON could not hold all its
 * digits, or some stand behind a point, what is left of a card is no card number any more: nothing of it is kept.
 */
function maskNumber(json: number): number | string {
  // JSON writes numbers that JavaScript cannot hold; nothing can be kept of them.
  if (!Number.isFinite(json)) return '****';
  const text = String(json);
  if (!Number.isSafeInteger(json)) return text.replace(/\D/g, '').length < SHORTEST ? json : '****';
  if (Math.abs(json) < 1e13) return json;
  const masked = maskCards(text);
  return masked.includes('*') ? masked : json;
}
