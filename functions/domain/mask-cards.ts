/** First form: plain groups. */
export function maskCards(text: string): string {
  return text.replace(/\d(?:[\s./-]{0,3}\d){11,18}/gu, (found) => {
    const digits = found.replace(/\D/g, '');
    return luhn(digits) ? `**** ${digits.slice(-4)}` : found;
  });
}

/** A post with every card number masked, in values and in keys, however deep. */
export function maskPost<T>(json: T): T {
  return masked(json) as T;
}

function masked(json: unknown): unknown {
  if (typeof json === 'string') return maskCards(json);
  if (Array.isArray(json)) return json.map(masked);
  if (json === null || typeof json !== 'object') return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [maskCards(key), masked(value)]));
}

function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}
