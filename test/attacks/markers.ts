/** Words and numbers that occur nowhere but where a test put them, and the search for them in every spelling. */

/** By token: where it was planted. */
export type Markers = Readonly<{
  /** A new word, for a text. */
  word: (where: string) => string;
  /** A value that cannot be such a word, as it may be spelt: a phone number's digits, an amount. */
  known: <T extends string | number>(where: string, value: T, ...spellings: string[]) => T;
  planted: ReadonlyMap<string, string>;
  /** Where those were planted that a text holds, in any spelling. */
  foundIn: (text: string) => Set<string>;
}>;

const TOKEN = /zqm\d{4}wjx/g;

export function markers(): Markers {
  const planted = new Map<string, string>();
  const spelt = new Map<string, string>();
  let count = 0;
  return {
    planted,
    word(where) {
      count += 1;
      const token = `zqm${String(count).padStart(4, '0')}wjx`;
      planted.set(token, where);
      return token.replace('zqm', 'Zqm').replace('wjx', 'Wjx');
    },
    known(where, value, ...spellings) {
      planted.set(String(value), where);
      for (const spelling of spellings) spelt.set(spelling.toLowerCase(), where);
      return value;
    },
    foundIn(text) {
      const found = new Set<string>();
      for (const reading of readings(text)) {
        const lower = reading.toLowerCase();
        for (const [token] of lower.matchAll(TOKEN)) found.add(planted.get(token) ?? token);
        for (const [spelling, where] of spelt) if (lower.includes(spelling)) found.add(where);
      }
      return found;
    },
  };
}

/** A text as it is, and as whoever looks for somebody in it would read it. */
export function* readings(text: string): Generator<string> {
  yield text;
  const unescaped = text.replace(/\\+u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  if (unescaped !== text) yield unescaped;
  const percent = unescaped.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) =>
    Buffer.from(bytes.replaceAll('%', ''), 'hex').toString(),
  );
  if (percent !== unescaped) yield percent;
  // Without what parts the letters of a word or the digits of a number: blanks, dashes, marks that nobody sees.
  yield percent
    .replace(/\\+[nrt]/g, '')
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '');
  for (const [run] of text.matchAll(/[\w+/-]{12,}={0,2}/g)) {
    for (const start of [0, 1, 2, 3]) yield Buffer.from(run.slice(start), 'base64').toString();
  }
  for (const [run] of text.matchAll(/(?:[0-9a-f]{2}){10,}/gi)) yield Buffer.from(run, 'hex').toString();
}
