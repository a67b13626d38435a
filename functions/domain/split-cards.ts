import { isCardNumber } from './card-numbers.ts';
import { type DigitGroup, digitGroups } from './digit-groups.ts';

/** As many digits, at least, at the edge of a text: with fewer, too much would be a card number by chance. */
const FEWEST = 4;
const TAIL = /[\p{Nd}\p{No}][\p{Nd}\p{No}\p{Zs}\p{Pd}\p{Cf}\p{M}.]*$/u;
const HEAD = /^[\p{Zs}\p{Pd}\p{Cf}\p{M}.]*[\p{Nd}\p{No}][\p{Nd}\p{No}\p{Zs}\p{Pd}\p{Cf}\p{M}.]*/u;

/** These texts of one post with every card number masked that begins at the end of one and ends at the beginning of another. */
export function maskSplit(texts: readonly string[]): readonly string[] {
  const masked = [...texts];
  for (const [i, first] of texts.entries()) {
    const tail = groups(TAIL.exec(first));
    if (tail.length === 0) continue;
    for (const [j, second] of texts.entries()) {
      const found = i === j ? undefined : card(tail, groups(HEAD.exec(second)));
      if (!found) continue;
      masked[i] = `${(masked[i] ?? '').slice(0, found.from)}****`;
      masked[j] = `**** ${found.four}${second.slice(found.to)}`;
    }
  }
  return masked;
}

/** The groups of digits at an edge, with their places in the whole text. */
const groups = (edge: RegExpExecArray | null): DigitGroup[] =>
  edge ? digitGroups(edge[0]).map((one) => ({ ...one, start: one.start + edge.index, end: one.end + edge.index })) : [];

/** The longest card number of the last groups of one edge and the first ones of the other. */
function card(tail: readonly DigitGroup[], head: readonly DigitGroup[]) {
  for (let from = 0; from < tail.length; from += 1) {
    for (let to = head.length; to > 0; to -= 1) {
      const [begun, ended] = [digitsOf(tail.slice(from)), digitsOf(head.slice(0, to))];
      if (begun.length < FEWEST || ended.length < FEWEST || begun.length + ended.length < 14) continue;
      if (isCardNumber(begun + ended))
        return { from: tail[from]?.start ?? 0, to: head[to - 1]?.end ?? 0, four: ended.slice(-4) };
    }
  }
  return undefined;
}

const digitsOf = (some: readonly DigitGroup[]): string => some.map(({ digits }) => digits).join('');
