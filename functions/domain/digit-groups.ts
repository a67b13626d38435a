/** Digits that stand together in a text, whatever script they are written in; marks nobody sees between them do not part them. */
export type DigitGroup = Readonly<{ start: number; end: number; digits: string }>;

const HAN = '〇一二三四五六七八九';
/** Single Chinese numerals are words (一共, 三天); four in a row are a number read out. */
const GROUP = /[\p{Nd}\p{No}](?:[\p{Cf}\p{M}]*[\p{Nd}\p{No}])*|[〇零一二三四五六七八九]{4,}/gu;
const INVISIBLE = /[\p{Cf}\p{M}]/gu;

export function digitGroups(text: string): DigitGroup[] {
  return [...text.matchAll(GROUP)].flatMap(({ 0: found, index }) => {
    const digits = [...found.replace(INVISIBLE, '')].map(digitOf).join('');
    return digits === '' ? [] : [{ start: index, end: index + found.length, digits }];
  });
}

/** `4` for 4, ４, ٤, ④ and 四; nothing for ½ or ⑫, which are no digits. */
function digitOf(character: string): string {
  if (character === '零') return '0';
  if (HAN.includes(character)) return String(HAN.indexOf(character));
  const plain = character.normalize('NFKC');
  if (/^\d$/.test(plain)) return plain;
  return /^\p{Nd}$/u.test(character) ? scriptDigit(character) : '';
}

/** Unicode lists the ten digits of a script in a row, from zero. */
function scriptDigit(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  let zero = point;
  while (point - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(point - zero);
}
