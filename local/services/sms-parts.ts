const BASIC = `@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà`;
const EXTENDED = '^{}\\[~]|€\f';

/** How many parts a text is sent and charged in: GSM 03.38 holds 160 characters (153 when joined), UCS-2 70 (67). */
export function smsParts(text: string): number {
  const characters = [...text];
  const isBasic = characters.every((character) => BASIC.includes(character) || EXTENDED.includes(character));
  if (!isBasic) return text.length <= 70 ? 1 : Math.ceil(text.length / 67);
  const septets = characters.reduce((sum, character) => sum + (EXTENDED.includes(character) ? 2 : 1), 0);
  return septets <= 160 ? 1 : Math.ceil(septets / 153);
}
