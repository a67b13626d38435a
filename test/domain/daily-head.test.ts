import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { chained, genesis } from '../../functions/adapters/chain.ts';
import { headNote } from '../../functions/domain/daily-head.ts';
import { localDate } from '../../functions/domain/local-time.ts';
import type { Decision, TicketEvent } from '../../functions/domain/ticket-event.ts';
import { EVERY_EVENT } from './every-event.ts';

const ZONE = 'Asia/Shanghai';
const START = Date.parse('2026-03-02T00:00:00Z');
const HOUR = 3_600_000;

function logOf(hours: readonly number[], event: TicketEvent = EVERY_EVENT.Reminded): Decision[] {
  const log: Decision[] = [];
  for (const hour of hours) {
    const at = new Date(START + hour * HOUR).toISOString();
    log.push(chained({ at, by: 'desk', events: [event] }, log.at(-1)?.hash ?? genesis('0123456789AB')));
  }
  return log;
}

test('the first decision of a day makes a note, those after it make none', () => {
  const log = logOf([1, 2, 15, 17]);
  const noted = log.map(({ at }, i) => headNote(log, i + 1, new Date(at), ZONE)?.day);
  // 17:00 in UTC is the next day in Shanghai.
  expect(noted).toEqual(['2026-03-02', undefined, undefined, '2026-03-03']);
});

test('a decision that sealed always makes one, which says how much was sealed', () => {
  const log = [...logOf([1]), ...logOf([2], EVERY_EVENT.Archived)];
  const { manifest, retainUntil } = EVERY_EVENT.Archived;
  const note = headNote(log, 2, new Date(START + 2 * HOUR), ZONE);
  expect(note).toEqual({ day: '2026-03-02', sealed: { length: 1, manifest, retainUntil } });
});

test('however late each decision is relayed, some note is for the day of its relaying or a later one', () => {
  const steps = fc.array(fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 30 })), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(steps, (all) => {
      let hour = 0;
      const log = logOf(all.map(([later]) => (hour += later)));
      const relayed = log.map(({ at }, i) => new Date(Date.parse(at) + (all[i]?.[1] ?? 0) * HOUR));
      const noted = log.flatMap((_, i) => headNote(log, i + 1, relayed[i] ?? new Date(), ZONE)?.day ?? []);
      for (const [i, { at }] of log.entries()) {
        // An anchor of that day or later is laid after the decision was made, and so holds it.
        expect(
          noted.some((day) => day >= localDate(at, ZONE)),
          `decision ${i + 1}`,
        ).toBe(true);
      }
    }),
  );
});
