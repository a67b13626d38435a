/** Issuer ranges: first digits from, to (compared over their own length), and the lengths of numbers in the range. */
type Range = readonly [brand: string, from: string, to: string, shortest: number, longest: number];

// biome-ignore format: a table is read in columns
const RANGES: readonly Range[] = [
  ['visa',       '4',    '4',    16, 16],
  ['visa',       '4',    '4',    19, 19],
  ['visa',       '4',    '4',    13, 13],
  ['mastercard', '51',   '55',   16, 16],
  ['mastercard', '2221', '2720', 16, 16],
  ['unionpay',   '62',   '62',   16, 19],
  ['unionpay',   '81',   '81',   16, 19],
  ['domestic',   '955',  '955',  16, 19],
  ['amex',       '34',   '34',   15, 15],
  ['amex',       '37',   '37',   15, 15],
  ['diners',     '300',  '305',  14, 19],
  ['diners',     '3095', '3095', 14, 19],
  ['diners',     '36',   '36',   14, 19],
  ['diners',     '38',   '39',   14, 19],
  ['jcb',        '3528', '3589', 16, 19],
  ['discover',   '6011', '6011', 16, 19],
  ['discover',   '644',  '659',  16, 19],
  ['rupay',      '60',   '60',   16, 16],
  ['rupay',      '82',   '82',   16, 16],
  ['mir',        '2200', '2204', 16, 19],
  ['maestro',    '50',   '50',   12, 19],
  ['maestro',    '56',   '58',   12, 19],
  ['maestro',    '63',   '63',   12, 19],
  ['maestro',    '67',   '67',   12, 19],
];

/** Published as a test card although its check digit is wrong; some issuers of the range have numbers like it. */
const WITHOUT_CHECK_DIGIT = ['6200000000000000'];

export const SHORTEST = 12;
export const LONGEST = 19;

/** Digits that an issuer could have printed on a card: a range, its length, the Luhn check digit. */
export function isCardNumber(digits: string): boolean {
  return WITHOUT_CHECK_DIGIT.includes(digits) || (inRange(digits) && luhn(digits));
}

/** Digits of the usual length of a range, whatever the check digit: a card number with a slip of the pen looks so. */
export function looksLikeCardNumber(digits: string): boolean {
  return (digits.length === 15 || digits.length === 16 || digits.length === 19) && inRange(digits);
}

/** By the first digit: a text of nothing but digits asks this for every one of them. */
const RANGES_FROM = Array.from({ length: 10 }, (_, digit) =>
  RANGES.filter(([, from, to]) => Number(from[0]) <= digit && digit <= Number(to[0])),
);

function inRange(digits: string): boolean {
  return (RANGES_FROM[Number(digits[0])] ?? []).some(([, from, to, shortest, longest]) => {
    if (digits.length < shortest || digits.length > longest) return false;
    const first = digits.slice(0, from.length);
    return first >= from && first <= to;
  });
}

function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}
