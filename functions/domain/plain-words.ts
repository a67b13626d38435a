/** A text as keyword tables read it: full-width letters narrowed, lower case, English words parted by single spaces. */
export function plainWords(text: string): string {
  const narrow = text.normalize('NFKC').toLowerCase();
  const joined = narrow.replace(/['’`]/g, '').replace(/n t\b/g, 'nt');
  return ` ${joined.replace(/[^\p{L}\p{N}$%]+/gu, ' ').trim()} `;
}

/** How often any of the phrases stands in a plain text. An English phrase is whole words, `*` leaves its last word open. */
export function timesFound(plain: string, phrases: readonly string[]): number {
  let times = 0;
  for (const phrase of phrases) {
    const isEnglish = /^[\x20-\x7e]+$/.test(phrase);
    const isOpen = isEnglish && phrase.endsWith('*');
    const sought = isOpen ? phrase.slice(0, -1) : isEnglish ? `${phrase} ` : phrase;
    const step = isEnglish ? sought.length : sought.length - 1;
    // The blank before a word is looked at last: looked for first, it would stop at every word of the text.
    for (let at = plain.indexOf(sought); at !== -1; ) {
      const isFound = !isEnglish || plain[at - 1] === ' ';
      if (isFound) times += 1;
      at = plain.indexOf(sought, at + (isFound ? step : 1));
    }
  }
  return times;
}
