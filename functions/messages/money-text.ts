import type { Locale } from '../domain/complaint-posted.ts';
import { TAG } from './due-text.ts';

/** How many digits a currency has after its point: 2 for CNY, 0 for JPY. */
const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** An amount in minor units as people read it. */
export function moneyText(minor: number, currency: string, locale: Locale): string {
  const major = minor / 10 ** digitsOf(currency);
  return new Intl.NumberFormat(TAG[locale], { style: 'currency', currency }).format(major);
}

/** Minor units of an amount as people write it, with separators and full-width digits; nothing if it is no amount. */
export function minorOf(text: string, currency: string): number | undefined {
  const digits = digitsOf(currency);
  const plain = text.normalize('NFKC').replace(/[\s,¥元]/g, '');
  const [, whole, fraction = ''] = /^(\d{1,10})(?:\.(\d+))?$/.exec(plain) ?? [];
  if (whole === undefined || fraction.length > digits) return undefined;
  return Number(whole + fraction.padEnd(digits, '0'));
}

/** Minor units as a form field shows them again. */
export const majorText = (minor: number, currency: string): string =>
  (minor / 10 ** digitsOf(currency)).toFixed(digitsOf(currency));
