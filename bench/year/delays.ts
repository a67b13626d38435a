import type { Chance } from '../../local/demo/chance.ts';
import { type Hours, within } from '../../local/demo/hours.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** How people of the bank let things lie: most for hours, some for days, a few for weeks, and some for ever. */
const LYING: readonly (readonly [share: number, least: number, most: number])[] = [
  [0.78, 10 * MINUTE, 8 * 60 * MINUTE],
  [0.14, DAY, 5 * DAY],
  [0.05, 6 * DAY, 25 * DAY],
];
/** Some tickets nobody wants: whoever has one lies on it for days, for weeks, or for ever. */
const UNWANTED: typeof LYING = [
  [0.35, DAY, 6 * DAY],
  [0.35, 8 * DAY, 30 * DAY],
];
const UNWANTED_SHARE = 0.12;
export const STAFF: Hours = { from: '09:00', to: '18:00', zone: 'Asia/Shanghai', weekends: false };
const HOLDER: Hours = { from: '08:00', to: '21:00', zone: 'Asia/Shanghai', weekends: true };

/** When somebody acts on a link that has just come; `undefined`: never, unless they are told again. */
export function actsAt(isStaff: boolean, ticket: string, what: string, drawn: Chance, now: Date): Date | undefined {
  if (!isStaff) return within(HOLDER, later(what, drawn, now, MINUTE, 20 * 60 * MINUTE));
  let share = drawn.draw(`${what} lies`);
  const isUnwanted = drawn.happens(`${ticket} is unwanted`, UNWANTED_SHARE);
  for (const [part, least, most] of isUnwanted ? UNWANTED : LYING) {
    if (share < part) return within(STAFF, later(what, drawn, now, least, most));
    share -= part;
  }
  return undefined;
}

const later = (what: string, drawn: Chance, now: Date, least: number, most: number): Date =>
  new Date(now.getTime() + least + Math.floor(drawn.draw(`${what} takes`) * (most - least)));
