/** Names of the three or four digits on a card, however their letters are parted or how wide they are. */
const ON_CARD = [
  '(?<!\\p{L})[cｃ][\\p{Cf} .]?[vｖ][\\p{Cf} .]?[vcnｖｃｎ][2２]?',
  '(?<!\\p{L})cav2?',
  '(?:card )?security code',
  '安全码',
  '安全碼',
  '校验码',
  '校驗碼',
  '背面的?末?三位(?:数字?|碼|码)?',
];
/** Names of what a bank or a shop sends to a phone, once: up to eight digits. */
const SENT = [
  '(?<!\\p{L})otp',
  'one-?time (?:pass)?(?:code|word)',
  'verification code',
  '验证码',
  '驗證碼',
  '动态码',
  '動態碼',
  '动态密码',
  '動態密碼',
];

const LINK = '[^\\p{L}\\p{N}*]{0,6}(?:(?:is|was|code|number|no|是|为|為)[^\\p{L}\\p{N}*]{0,6}){0,2}';
const digits = (atMost: number) =>
  `\\p{Nd}(?:[\\p{Cf}\\p{M} -]{0,3}\\p{Nd}){2,${atMost - 1}}(?![\\p{Cf}\\p{M}]*\\p{Nd})`;
const named = (names: readonly string[], atMost: number) =>
  new RegExp(`((?:${names.join('|')})${LINK})${digits(atMost)}`, 'giu');
/** `123 is the CVV`. */
const SAID_BEFORE = new RegExp(
  `(?<!\\p{Nd})${digits(4)}(?=[^\\p{L}\\p{N}*]{0,3}(?:is|was|=|是|为|為)[^\\p{L}\\p{N}*]{0,3}(?:my |the |我的)?(?:${ON_CARD.join('|')}))`,
  'giu',
);
const AFTER = [named(ON_CARD, 4), named(SENT, 8)];

/** A text without the security codes it names as such. No bank needs them of anybody, and none may keep them. */
export const maskSecurityCodes = (text: string): string =>
  AFTER.reduce((rest, code) => rest.replace(code, '$1***'), text.replace(SAID_BEFORE, '***'));
