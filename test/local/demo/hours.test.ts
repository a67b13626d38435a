import { expect, test } from 'vitest';
import { within } from '../../../local/demo/hours.ts';

const office = { from: '09:00', to: '18:00', zone: 'Asia/Shanghai', weekends: false };
const at = (time: string) => within(office, new Date(time)).toISOString();

test.for([
  ['in the hours, at once', '2026-03-02T03:10:00Z', '2026-03-02T03:10:00.000Z'],
  ['before them, the same morning', '2026-03-01T23:10:00Z', '2026-03-02T01:10:00.000Z'],
  ['after them, the next morning', '2026-03-02T12:20:00Z', '2026-03-03T01:20:00.000Z'],
  ['on Friday night, on Monday', '2026-03-06T12:20:00Z', '2026-03-09T01:20:00.000Z'],
] as const)('%s', ([, time, expected]) => {
  expect(at(time)).toBe(expected);
});

test('the triage desk is there at weekends', () => {
  const saturday = new Date('2026-03-07T03:00:00Z');
  expect(within({ ...office, weekends: true }, saturday)).toEqual(saturday);
});
