import type { Chance } from './chance.ts';
import { type Hours, within } from './hours.ts';

/** Whoever received a link. */
export type Reader = Readonly<{ isStaff: boolean; isTriage: boolean; zone: string }>;

const MINUTE = 60_000;

/** How long people take before they open a link, in minutes: at least and at most. By the first letter of its path. */
const TAKES: Readonly<Record<string, readonly [least: number, most: number]>> = {
  w: [20, 8 * 60],
  a: [10, 4 * 60],
  x: [10, 4 * 60],
  d: [5, 60],
  c: [5, 90],
  l: [1, 90],
  s: [5, 20 * 60],
};

/** When somebody opens a link that has just come: after some time, in the hours in which such people look. */
export function visitTime(
  page: string,
  reader: Reader,
  bankZone: string,
  drawn: Chance,
  what: string,
  now: Date,
): Date {
  const [least, most] = TAKES[page] ?? [1, 60];
  // Seconds, so that hardly two people ever act at the same instant.
  const takes = drawn.between(what, least * 60, most * 60) * 1000;
  return within(hoursOf(reader, bankZone), new Date(now.getTime() + Math.max(takes, MINUTE)));
}

function hoursOf({ isStaff, isTriage, zone }: Reader, bankZone: string): Hours {
  if (isTriage) return { from: '08:00', to: '22:00', zone: bankZone, weekends: true };
  if (isStaff) return { from: '09:00', to: '18:00', zone: bankZone, weekends: false };
  return { from: '08:00', to: '21:00', zone, weekends: true };
}
