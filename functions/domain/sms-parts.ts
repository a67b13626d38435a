/** How a text travels as SMS: 160 GSM-7 or 70 UCS-2 units alone, 153 or 67 in each of several joined parts. */
export type SmsParts = Readonly<{ encoding: 'GSM-7' | 'UCS-2'; parts: number }>;

/** The default alphabet of 3GPP TS 23.038, one septet a character. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Its extension table: an escape and a septet, which no part may tear apart. */
const EXTENDED = new Set('\f^{}\\[~]|€');

/** The encoding a text needs and the number of parts it is billed as. */
export function parts(text: string): SmsParts {
  const characters = [...text];
  const isGsm = characters.every((character) => BASIC.has(character) || EXTENDED.has(character));
  if (isGsm) {
    const septets = characters.map((character) => (EXTENDED.has(character) ? 2 : 1));
    return { encoding: 'GSM-7', parts: packed(septets, 160, 153) };
  }
  // A character outside the basic plane is two units, and travels in one part.
  return {
    encoding: 'UCS-2',
    parts: packed(
      characters.map(({ length }) => length),
      70,
      67,
    ),
  };
}

/** Fills part after part; a character that does not fit whole begins the next. */
function packed(widths: readonly number[], alone: number, joined: number): number {
  if (widths.reduce((sum, width) => sum + width, 0) <= alone) return 1;
  let count = 1;
  let used = 0;
  for (const width of widths) {
    if (used + width > joined) {
      count += 1;
      used = 0;
    }
    used += width;
  }
  return count;
}
