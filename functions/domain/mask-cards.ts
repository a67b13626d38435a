import { isCardNumber, LONGEST, looksLikeCardNumber, SHORTEST } from './card-numbers.ts';
import { type DigitGroup, digitGroups } from './digit-groups.ts';
import { holdsCard } from './glued-cards.ts';
import { maskSecurityCodes } from './security-codes.ts';

/**
 * A text with every card number reduced to `**** 1234`, and security codes named as such to `***`.
 * Found: numbers in an issuer's range that pass Luhn, in any grouping and script, parted by marks, blanks, line breaks or
 * a few words. A number in range that fails Luhn is masked only where it is written as a card number is (4-4-4-4, 4-6-5, or
 * after the word card): a slip of the pen leaves fifteen right digits. Elsewhere it is a reference and stays.
 */
export function maskCards(text: string): string {
  return maskSecurityCodes(maskJoined(maskJoined(text, 'marks'), 'words'));
}

type Join = 'marks' | 'words';
/** A group, what is shown for it, and how it hangs together with the group before it. */
type Group = DigitGroup & Readonly<{ shown: string; gap: string; joins: Join | 'apart'; masked: boolean }>;

/** One run from left to right. What is left of a masked number may begin another one, so it is looked at again. */
function maskJoined(text: string, by: Join): string {
  const groups = grouped(text);
  let out = '';
  let written = 0;
  for (let i = 0; i < groups.length; i += 1) {
    const first = groups[i] as Group;
    const last = lastOfCard(text, groups, i, by);
    out += text.slice(written, first.start);
    if (last === undefined) {
      out += first.shown;
      written = first.end;
      continue;
    }
    const card = groups.slice(i, last + 1);
    const end = (card.at(-1) as Group).end;
    out += first.masked ? '' : stars(card);
    written = end;
    const four = card
      .map(({ digits }) => digits)
      .join('')
      .slice(-4);
    groups[last] = { ...first, start: end, end, digits: four, shown: four, masked: true };
    i = last - 1;
  }
  return out + text.slice(written);
}

/** Words between the groups of a number stay; marks go. */
function stars(card: readonly Group[]): string {
  const words = card.slice(1).filter(({ joins }) => joins === 'words');
  return `${words.map(({ gap }) => `****${gap}`).join('')}**** `;
}

function grouped(text: string): Group[] {
  let end = 0;
  return digitGroups(text).map((group) => {
    const gap = text.slice(end, group.start);
    end = group.end;
    return { ...group, gap, joins: joining(gap), shown: text.slice(group.start, group.end), masked: false };
  });
}

const MOST_MARKS = 8;
const MOST_WORDS = 40;

/** What this mask leaves: `**** ` before the last four, `***` after the name of a security code. */
const MASKED = /\*{4} $|\p{L}[^\p{L}\p{N}*]{0,12}\*{3}/u;

function joining(gap: string): Join | 'apart' {
  if (gap.length > 400 || MASKED.test(gap) || /[\p{Sc}%]/u.test(gap)) return 'apart';
  const seen = gap.replace(/\p{Cf}/gu, '').replace(/\s+/gu, ' ');
  if (!/[\p{L}\p{N}]/u.test(seen)) return seen.length <= MOST_MARKS ? 'marks' : 'apart';
  return seen.length <= MOST_WORDS ? 'words' : 'apart';
}

/** The last group of the longest card number that begins with group `i`. */
function lastOfCard(text: string, groups: readonly Group[], i: number, by: Join): number | undefined {
  const first = groups[i] as Group;
  let digits = '';
  let found: number | undefined;
  for (let j = i; j < groups.length; j += 1) {
    const group = groups[j] as Group;
    if (j > i && (group.joins === 'apart' || (group.joins === 'words' && by === 'marks'))) break;
    digits += group.digits;
    if (digits.length > LONGEST) break;
    if (digits.length >= SHORTEST && isCard(text, digits, groups.slice(i, j + 1))) found = j;
  }
  return found ?? (holdsCard(first.digits, text[first.end]) ? i : undefined);
}

function isCard(text: string, digits: string, groups: readonly Group[]): boolean {
  const valid = isCardNumber(digits);
  if (!valid && !looksLikeCardNumber(digits)) return false;
  const [first] = groups as [Group];
  const lengths = groups.map((group) => group.digits.length);
  if (groups.slice(1).some(({ joins }) => joins === 'words')) {
    return valid && digits.length >= 14 && Math.min(...lengths.slice(0, -1)) >= 3;
  }
  if (!valid) return printed(lengths) || namedCard(text, first.start);
  if (digits.length === 13) return /^(13|4,3,3,3)$/.test(String(lengths)) && text[first.start - 1] !== '+';
  return digits.length > 13 || text[first.start - 1] !== '+';
}

/** As cards are embossed. */
const printed = (lengths: readonly number[]) => /^(4,4,4,4|4,4,4,4,3|4,6,5)$/.test(String(lengths));
const CARD_BEFORE = /(?:card|卡)\s?(?:number|no|号码?|號碼?)?[^\p{L}\p{N}]{0,4}(?:is|是|为|為)?[^\p{L}\p{N}]{0,4}$/iu;
const namedCard = (text: string, at: number) => CARD_BEFORE.test(text.slice(Math.max(0, at - 24), at));
