import { maskCards } from './mask-cards.ts';
import type { PostRefusal } from './post-refusals.ts';

/** A body as it was read. Where something is wrong with its form, `faults` say what, and `raw` is the text that it is. */
export type Read = Readonly<{ raw: unknown; faults: readonly PostRefusal[] }>;

/** A post nests three deep and has fewer than 200 fields and items. */
const DEEPEST = 16;
const MOST_PARTS = 2_000;

const advice = 'write it as the schema of the post asks';
const fault = (why: string, todo = advice): PostRefusal => ({ field: 'body', why, do: todo });

/**
 * JSON that everybody reads alike. Of a name that stands twice in one object `JSON.parse` takes the last, another reader
 * the first: what was signed would be two posts. What is huge or deep is refused before anything walks through it.
 */
export function readJson(text: string): Read {
  if (text.startsWith('\ufeff')) return unread(text, fault('begins with a byte order mark', 'leave the mark out'));
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return unread(text, fault('no JSON', 'send one JSON object'));
  }
  const found = formFault(text);
  return found ? unread(text, found) : { raw, faults: [] };
}

/**
 * Kept as the text it is, as much as shows what was sent. Digits may hide in its escapes, and a card number may lie across
 * the cut: both are masked first.
 */
export function unread(text: string, ...faults: PostRefusal[]): Read {
  const shown = text.slice(0, SHOWN + AHEAD).replace(ESCAPE, (_, code?: string) => (code ? unescaped(code) : ' '));
  return { raw: maskCards(shown.toWellFormed()).slice(0, SHOWN), faults };
}

export const NOT_UTF8 = fault('not UTF-8', 'send JSON in UTF-8, not compressed');

const SHOWN = 20_000;
const AHEAD = 4_000;
const unescaped = (code: string) => String.fromCharCode(Number.parseInt(code, 16));
const ESCAPE = /\\(?:u([0-9a-f]{4})|[bfnrt])/gi;
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:,]/g;

/** What is wrong with the form of a text that is JSON: one run over its marks and names. */
function formFault(text: string): PostRefusal | undefined {
  const names: Set<string>[] = [];
  let parts = 0;
  let last = '';
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') names.push(new Set());
    else if (token === '}' || token === ']') names.pop();
    else if (token === ',') parts += 1;
    else if (token === ':') {
      const name: string = JSON.parse(last);
      if (names.at(-1)?.has(name))
        return fault(`a name stands twice in one object, before character ${index}`, 'send each field once');
      names.at(-1)?.add(name);
    } else last = token;
    if (names.length > DEEPEST) return fault(`nested deeper than ${DEEPEST}`);
    if (parts > MOST_PARTS) return fault(`more than ${MOST_PARTS} fields and items`);
  }
  return undefined;
}
