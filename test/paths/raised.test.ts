import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Logged } from '../../functions/adapters/ticket-log.ts';
import { eventsOf, type PlayedDesk, playedDesk } from './played-desk.ts';

let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
});
afterAll(() => desk.cloud.close());

/** Nobody opens any link, nor gives more time. */
const NOBODY = 'waxdp';
const rolesOf = async (person: string) => (await desk.roster.person(person))?.roles ?? [];
const told = (ticket: Logged, purpose: string) =>
  Object.values(ticket.messages).filter((message) => message.purpose === purpose);

test('work that nobody does climbs: the holder at half, the head when it is due, and then the head office', async () => {
  const id = await desk.post({}, { ignores: NOBODY });
  const ticket = await desk.until(id, (now) => (now.tasks['r1-v1-s0-0']?.escalated ?? []).length === 2, 14);
  const { openedAt, dueAt = '', reminded, escalated = [], person } = ticket.tasks['r1-v1-s0-0'] ?? {};
  expect(reminded).toBe(true);
  expect(escalated.map(({ level, rule }) => [level, rule])).toEqual([
    ['department-head', 'E2'],
    ['head-office', 'E3'],
  ]);
  expect(escalated[0]?.at.slice(0, 16)).toBe(dueAt.slice(0, 16));
  for (const { to, level } of escalated) expect(await rolesOf(to)).toContain(level);
  expect(escalated.map(({ to }) => to)).not.toContain(person);
  // Monday morning in Shanghai, forty working hours or twenty-four: always within the working day.
  expect(new Date(dueAt).getUTCHours()).toBeLessThan(9);
  expect(Date.parse(dueAt)).toBeGreaterThan(Date.parse(openedAt ?? ''));
});

test('a date that nobody keeps is spoken of in order, recorded when it has passed, and raised in the same minute', async () => {
  const id = await desk.post({}, { ignores: NOBODY });
  const ticket = await desk.until(id, (now) => told(now, 'date-passed').length === 2, 20);
  const passed = eventsOf(ticket).flatMap((event) =>
    event.type === 'ClockMarked' ? event.mark : event.type === 'Overdue' ? event.clock : [],
  );
  expect(passed).toEqual(['half', '80 %', 'three days', 'one day', 'decide']);
  expect(told(ticket, 'date-near').length).toBe(2);
  for (const { to, attempts } of told(ticket, 'date-passed')) {
    expect((await rolesOf(to)).join()).toMatch(/supervisor|head-of-complaint-work/);
    const late = Date.parse(attempts[0]?.at ?? '') - Date.parse(ticket.clocks.decide?.dueAt ?? '');
    expect(late).toBeLessThanOrEqual(60_000);
  }
});

test('a date that was a guess is recounted with the next look, and where it has passed already, raised in the same minute', async () => {
  const id = await desk.post({}, { ignores: NOBODY });
  const { clocks } = await desk.until(id, ({ tasks }) => tasks['r1-v1-s0-0']);
  const now = desk.cloud.now();
  const daysFrom = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString();
  const guess = { clock: 'decide', rule: 'cn-decide-15', startsAt: daysFrom(-20), dueAt: daysFrom(3) } as const;
  await desk.log.decide(id, { at: now.toISOString(), by: 'desk' }, () => [
    { type: 'ClockStarted', ...guess, uncertain: true },
  ]);
  await desk.cloud.advanceBy(60_000);
  const ticket = await desk.log.read(id);
  const decided = eventsOf(ticket).filter(({ type }) => type === 'ClockRecounted');
  expect(decided).toMatchObject([{ clock: 'decide', from: guess.dueAt, calendar: expect.stringMatching(/^cn-/) }]);
  const { dueAt = '', uncertain, overdue } = ticket.clocks.decide ?? {};
  expect([dueAt < now.toISOString(), dueAt === clocks.decide?.dueAt, uncertain, overdue]).toEqual([
    ...[true, false, undefined, true],
  ]);
  expect(told(ticket, 'date-passed').map(({ state }) => state)).toEqual(['sent', 'sent']);
});

test('with no supervisor on the roster, what is near and what has passed is told to the head of complaint work', async () => {
  const supervisors = (await desk.roster.all()).filter(({ roles }) => roles.includes('supervisor'));
  for (const person of supervisors) await desk.roster.remove(person);
  const id = await desk.post({}, { ignores: NOBODY });
  const ticket = await desk.until(id, (now) => told(now, 'date-passed').length === 2, 20);
  for (const person of supervisors) await desk.roster.put(person);
  for (const { to } of [...told(ticket, 'date-near'), ...told(ticket, 'date-passed')])
    expect(await rolesOf(to)).toContain('head-of-complaint-work');
});

/** The next texts to them fail, so often. */
async function blocked(role: string, times: number) {
  const people = (await desk.roster.all()).filter(({ roles }) => roles.join() === role);
  for (const { phone } of people) for (let nth = 0; nth < times; nth += 1) desk.cloud.fail.nextSms(phone, new Error());
  return people.map(({ id }) => id);
}
/** The instant before the complaint's date, without a look at every hour until then. */
async function beforeDate(id: string): Promise<void> {
  const { clocks } = await desk.log.read(id);
  await desk.cloud.advanceTo(new Date(Date.parse(clocks.decide?.dueAt ?? '') - 60_000));
}

test('an alert that reaches nobody is told again, then to another, and the ticket shows every attempt', async () => {
  const id = await desk.post({}, { ignores: NOBODY });
  await beforeDate(id);
  const supervisors = await blocked('supervisor', 6);
  const ticket = await desk.until(
    id,
    ({ messages }) => Object.keys(messages).some((one) => one.endsWith('-instead')),
    1,
  );
  const alerts = told(ticket, 'date-passed').filter(({ id: message }) => message.includes('-supervisor'));
  const [first, other] = alerts;
  expect(first).toMatchObject({ state: 'failed', time: 3, attempts: [{}, {}, {}] });
  expect(supervisors).toContain(first?.to);
  expect(other?.to).not.toBe(first?.to);
  const minutes = (first?.attempts ?? []).map(({ at }) => Date.parse(at) / 60_000);
  expect(minutes.map((one) => Math.round(one - (minutes[0] ?? 0)))).toEqual([0, 15, 45]);
});

test('with nobody to hear of a breach on the roster, that is on record, and the complaint is closed all the same', async () => {
  const heads = (await desk.roster.all()).filter(({ roles }) => /supervisor|head-of-complaint-work/.test(roles.join()));
  for (const person of heads) await desk.roster.remove(person);
  // The handler files a day too late, and opens the reminder of it when nothing is left to see.
  const id = await desk.post({}, { ignores: 'sxdp', minutes: 16 * 24 * 60, shrugs: true });
  await beforeDate(id);
  const late = await desk.until(id, (now) => now.clocks.decide?.overdue, 1);
  const lacking = Object.values(late.tasks).filter(({ error }) => error === 'NobodyOnRoster');
  expect(lacking.map(({ level }) => level)).toContainEqual(expect.stringContaining('-M5-'));
  const ended = await desk.archived(id, 10);
  for (const person of heads) await desk.roster.put(person);
  expect([ended.replied?.inTime, ended.closed?.outcome]).toEqual([false, 'not-rated']);
});

test('an approval that nobody gives goes to the next level, and the one above may give it', async () => {
  const id = await desk.post({}, { remedies: [['fee-waiver', '600.00']], ignores: 'axd' });
  const ticket = await desk.until(id, (now) => (now.tasks['r1-v1-a0']?.escalated ?? []).length > 0, 14);
  const [first] = ticket.tasks['r1-v1-a0']?.escalated ?? [];
  expect(first).toMatchObject({ level: 'department-head', rule: 'E8' });
  desk.worlds.set(id, {});
  const ended = await desk.archived(id);
  expect(ended.replied).toBeDefined();
});
