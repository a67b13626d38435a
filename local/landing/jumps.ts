import { addDays, instantOf, localTime } from '../../functions/domain/local-time.ts';
import { type Due, passed } from './next-due.ts';

export type Jump = Readonly<{ id: string; label: string; to: Date }>;

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const MORNING = '09:00';

/** The ways the clock can be moved from here; `due` is what comes next by itself. */
export function jumps(now: Date, zone: string, due: Due | undefined): Jump[] {
  const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);
  return [
    { id: '10-minutes', label: '+10 min', to: later(10 * MINUTE) },
    { id: '1-hour', label: '+1 h', to: later(60 * MINUTE) },
    { id: 'next-morning', label: 'Next morning', to: nextMorning(now, zone) },
    { id: '1-day', label: '+1 day', to: later(DAY) },
    ...(due ? [{ id: 'next-due', label: 'To the next thing due', to: passed(due) }] : []),
    { id: '15-days', label: '+15 days', to: later(15 * DAY) },
  ];
}

function nextMorning(now: Date, zone: string): Date {
  const { date, time } = localTime(now.toISOString(), zone);
  return new Date(instantOf(time < MORNING ? date : addDays(date, 1), MORNING, zone));
}
