import { isCardNumber } from './card-numbers.ts';

/** Of most cards; 15 is American Express. Among glued digits the rarer lengths would be found too often by chance alone. */
const USUAL = [16, 15, 19];
const isUsual = (digits: string) => (digits.length !== 15 || /^3[47]/.test(digits)) && isCardNumber(digits);
/** A card, its expiry date and security code: in longer runs, numbers of payments among them, a window fits by chance. */
const LONGEST_GLUED = 23;

/**
 * A run of digits may hold a card among others glued to it (`cvv123…`, an expiry date); a longer one at either end.
 * `next`: the character after it.
 */
export function holdsCard(digits: string, next: string | undefined): boolean {
  if (digits.length <= 15 || isIdentityNumber(digits, next)) return false;
  return USUAL.some((length) => {
    const last = digits.length - length;
    const starts = digits.length > LONGEST_GLUED ? [0, last] : Array.from({ length: last + 1 }, (_, at) => at);
    return starts.some((at) => isUsual(digits.slice(at, at + length)));
  });
}

const RESIDENT = /^[1-8]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}/;

/** A resident identity number (GB 11643): a region, a date of birth, a check digit of ISO 7064 MOD 11-2, X for ten. */
function isIdentityNumber(digits: string, next = ''): boolean {
  const isWhole = digits.length === 18 || (digits.length === 17 && /^[Xx]$/.test(next));
  if (!isWhole || !RESIDENT.test(digits)) return false;
  const values = [...digits].map(Number).concat(digits.length === 17 ? 10 : []);
  return values.reduce((sum, value) => (sum * 2 + value) % 11, 0) === 1;
}
