import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Logged } from '../../functions/adapters/ticket-log.ts';
import { eventsOf, type PlayedDesk, playedDesk, typesOf } from './played-desk.ts';

let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
});
afterAll(() => desk.cloud.close());

const MINUTE = 60_000;
let people = 0;
/** Somebody whose next SMS is not somebody else's. */
const somebody = () => {
  people += 1;
  return { name: 'Sample Person', phone: `+86131234500${String(people).padStart(2, '0')}` };
};

/** The date is another: it would come at this time. */
async function dueAt(id: string, time: number): Promise<string> {
  const at = desk.cloud.now().toISOString();
  const due = new Date(time).toISOString();
  const clock = { clock: 'decide', rule: 'cn-decide-15', startsAt: at, dueAt: due } as const;
  await desk.log.decide(id, { at, by: 'desk' }, () => [{ type: 'ClockStarted', ...clock }]);
  return due;
}

const attemptOf = (ticket: Logged, message: string) => ticket.messages[message]?.attempts.at(-1)?.at ?? '';
const dated = (ticket: Logged) => ticket.decisions.map(({ at }) => at);

test('a reply that was begun before its date and taken after it is late, in the log and to those above', async () => {
  const complainant = somebody();
  const id = await desk.post({ complainant }, { remedies: [] });
  await desk.cloud.advanceBy(MINUTE);
  const working = await desk.log.read(id);
  const answered = Date.parse(working.tasks['r1-v1-s0-0']?.openedAt ?? '') + 30 * MINUTE;
  const due = await dueAt(id, answered + 10_000);
  // Whatever else is told meanwhile is taken at once.
  desk.cloud.at(new Date(answered - 1000), async () => desk.cloud.fail.slowSms(complainant.phone, 20_000));
  const ticket = await desk.until(id, ({ replied }) => replied, 2);
  expect(ticket.replied).toMatchObject({ inTime: false, at: new Date(answered + 20_000).toISOString() });
  expect(attemptOf(ticket, 'r1-reply')).toBe(ticket.replied?.at);
  await desk.cloud.advanceBy(MINUTE);
  const told = await desk.log.read(id);
  expect(eventsOf(told)).toContainEqual({ type: 'Overdue', clock: 'decide', dueAt: due });
  expect(Object.values(told.messages).filter(({ purpose }) => purpose === 'date-passed')).toHaveLength(2);
  expect(dated(told)).toEqual(dated(told).toSorted());
});

test('a notice of longer time that is taken after the old date moves nothing', async () => {
  const complainant = somebody();
  const id = await desk.post({ complainant }, { ignores: 'w' });
  const { extensions } = await desk.until(id, (ticket) => ticket.extensions.x1);
  const wait = Date.parse(extensions.x1?.from ?? '') - desk.cloud.now().getTime();
  desk.cloud.fail.slowSms(complainant.phone, wait);
  const ticket = await desk.until(id, (now) => attemptOf(now, 'x1-notice'), 16);
  expect(attemptOf(ticket, 'x1-notice') > (extensions.x1?.from ?? '')).toBe(true);
  await desk.cloud.advanceBy(MINUTE);
  const after = await desk.log.read(id);
  expect(typesOf(after)).not.toContain('ClockExtended');
  expect([after.clocks.decide?.overdue, after.extensions.x1?.void?.because]).toEqual([true, 'not-told']);
});

test('a stop that the complainant hears of after the date stops nothing', async () => {
  const complainant = somebody();
  const id = await desk.post({ complainant }, { ignores: 'waxd' });
  await desk.until(id, ({ messages }) => messages['r1-acknowledgement']?.state === 'sent');
  const due = await dueAt(id, desk.cloud.now().getTime() + 70_000);
  desk.cloud.fail.slowSms(complainant.phone, 20_000);
  const stop = { clock: 'decide', reason: 'mediation', rule: 'cn-stop-mediation', notice: 'decide-stop-1' };
  const at = desk.cloud.now().toISOString();
  await desk.log.decide(id, { at, by: 'head-1' }, () => [{ type: 'ClockStopped', ...stop }]);
  await desk.cloud.advanceBy(3 * MINUTE);
  const ticket = await desk.log.read(id);
  expect(attemptOf(ticket, 'decide-stop-1') > due).toBe(true);
  expect(ticket.clocks.decide?.overdue).toBe(true);
  expect(dated(ticket)).toEqual(dated(ticket).toSorted());
});
