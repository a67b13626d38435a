import { afterAll, beforeAll, expect, test } from 'vitest';
import { deskTables } from '../../functions/adapters/desk-tables.ts';
import { nextMark } from '../../functions/domain/marks.ts';
import type { Person } from '../../functions/domain/roster.ts';
import { people } from '../../local/demo/people.ts';
import { eventsOf, type PlayedDesk, playedDesk, typesOf } from './played-desk.ts';

let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
});
afterAll(() => desk.cloud.close());

const waive = [['fee-waiver', '600.00']] as const;

/** Takes people off the roster; gives back how to bring them again. */
async function without(leaving: (person: Person) => boolean): Promise<() => Promise<void>> {
  const gone = (await desk.roster.all()).filter(leaving);
  for (const person of gone) await desk.roster.remove(person);
  return async () => {
    for (const person of gone) await desk.roster.put(person);
  };
}

test('two departments without anybody are two parked tasks, and both go on when they are resumed', async () => {
  const comeBack = await without(({ roles }) => roles.some((role) => /handler|department-head|head-of/.test(role)));
  const id = await desk.post(
    { category: 'unauthorised-use', narrative: 'A payment that is not mine' },
    { ignores: 'd' },
  );
  const parked = await desk.until(
    id,
    ({ tasks }) => Object.values(tasks).filter(({ work }) => work === 'parked').length === 2,
  );
  expect(Object.values(parked.tasks).flatMap(({ error }) => error ?? [])).toEqual(['NobodyOnRoster', 'NobodyOnRoster']);
  await comeBack();
  desk.worlds.set(id, {}); // the desk's reminders are opened
  expect((await desk.archived(id)).attempt).toBe(1);
});

test('a department whose handlers are all away has its head look into it, and others decide', async () => {
  const comeBack = await without(({ roles, department }) => roles.includes('handler') && department === 'accounting');
  const id = await desk.post({}, { remedies: waive });
  const ticket = await desk.archived(id);
  await comeBack();
  const { person, closed } = ticket.tasks['r1-v1-s0-0'] ?? {};
  expect([person, closed?.by]).toEqual([expect.stringMatching(/^acct-department-head-/), person]);
  const approved = eventsOf(ticket).filter(({ type }) => type === 'Approved');
  expect(approved).toHaveLength(2);
  expect(
    Object.values(ticket.tasks)
      .filter(({ work }) => work === 'approve')
      .map((task) => task.closed?.by),
  ).not.toContain(person);
  expect(typesOf(ticket)).not.toContain('Parked');
});

test('who left the roster after being asked holds nothing up: another takes the task', async () => {
  const id = await desk.post({}, { ignores: 'w' });
  const { tasks } = await desk.until(id, (ticket) => ticket.tasks['r1-v1-s0-0']);
  const comeBack = await without(({ id: person }) => person === tasks['r1-v1-s0-0']?.person);
  desk.worlds.set(id, {});
  const ticket = await desk.archived(id);
  await comeBack();
  expect(eventsOf(ticket).find((event) => event.type === 'TaskReassigned')).toMatchObject({
    from: tasks['r1-v1-s0-0']?.person,
  });
  expect(ticket.tasks['r1-v1-s0-0']?.closed?.by).not.toBe(tasks['r1-v1-s0-0']?.person);
  expect(ticket.replied?.inTime).toBe(true);
});

test('a remedy that core banking never answers is ordered again, under its name, when the desk lets it go on', async () => {
  const banking = (_: string, nth: number) => (nth === 1 ? ('silence' as const) : ('CommandCarriedOut' as const));
  const id = await desk.post({}, { remedies: waive, banking });
  const ticket = await desk.archived(id);
  expect(eventsOf(ticket).find((event) => event.type === 'Parked')).toMatchObject({ error: 'NotCarriedOut' });
  expect(Object.entries(ticket.commands).map(([command, { state }]) => [command, state])).toEqual([
    ['r1-v1-m1-1', 'done'],
  ]);
  expect(ticket.replied?.inTime).toBe(true);
});

test('with nobody at the triage desk the supervisor hears, and the statutory date is still recorded and raised', async () => {
  const comeBack = await without(({ roles }) => roles.includes('triage'));
  const id = await desk.post({ category: undefined, narrative: 'Qwerty uiop.', demands: ['Qwerty'] }, { ignores: 'd' });
  const { dueAt = '' } = (await desk.log.read(id)).clocks.decide ?? {};
  await desk.cloud.advanceTo(new Date(dueAt));
  const ticket = await desk.until(id, (now) => typesOf(now).includes('Overdue'), 1);
  await comeBack();
  const asked = Object.values(ticket.messages).filter(
    ({ purpose, to }) => purpose === 'desk-link' && to.startsWith('supervisor'),
  );
  expect(asked.length).toBeGreaterThan(0);
  const link = desk.cloud.sms.findLast(({ text }) => text.includes(id) && text.includes('/d/'))?.text.match(/http:\S+/);
  desk.worlds.set(id, {});
  await people(() => desk.cloud.sms)(link?.[0] ?? '', id, {});
  expect(eventsOf(ticket).find((event) => event.type === 'Overdue')).toMatchObject({ clock: 'decide' });
  await desk.archived(id);
});

test('the case file of a ticket whose first record was given up outlives its short expiry', async () => {
  const relay = desk.cloud.resources.find(
    ({ path, type }) => type === 'AWS::Lambda::Function' && path.includes('Relay'),
  );
  for (let tries = 0; tries < 12; tries++)
    desk.cloud.fail.nextInvocation(relay?.name ?? '', new Error('the network is down'));
  const id = await desk.post({}, { ignores: 'w' });
  await desk.cloud.advanceBy(26 * 3_600_000); // past the expiry, before the handler is reminded
  expect((await desk.files.complaint(id)).post.channel).toBe('app');
  desk.worlds.set(id, {});
  await desk.archived(id);
});

test('a watch that runs twice at once reminds once', async () => {
  const id = await desk.post({}, { ignores: 'w' });
  const asked = await desk.until(id, ({ tasks }) => tasks['r1-v1-s0-0']);
  // The first of its marks is the handler's reminder.
  const half = Date.parse(nextMark(asked, deskTables('Asia/Shanghai')(asked)) ?? '');
  await desk.cloud.advanceTo(new Date(half - 60_000));
  const watch = desk.cloud.resources.find(
    ({ path, type }) => type === 'AWS::Lambda::Function' && path.includes('Watch'),
  );
  const { InvokeCommand, LambdaClient } = await import('@aws-sdk/client-lambda');
  const lambda = new LambdaClient({
    endpoint: desk.cloud.url,
    region: 'local',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  const run = () => lambda.send(new InvokeCommand({ FunctionName: watch?.name ?? '' }));
  await desk.cloud.advanceTo(new Date(half - 1));
  const sent = desk.cloud.sms.length;
  desk.cloud.at(new Date(half), () => Promise.all([run(), run(), run()]));
  await desk.cloud.advanceTo(new Date(half + 120_000));
  expect(desk.cloud.sms.slice(sent).filter(({ text }) => text.includes(id))).toHaveLength(1);
});

test('somebody who could not be told that the complaint is declined is told by the desk before it closes', async () => {
  const phone = '+8613123456702';
  desk.cloud.fail.nextSms(phone, Object.assign(new Error('blocked'), { name: 'OptedOut' }));
  const id = await desk.post({ complainant: { phone, standing: 'none' } });
  const ticket = await desk.archived(id);
  expect(eventsOf(ticket).find((event) => event.type === 'Parked')).toMatchObject({
    state: 'Close',
    error: 'NotReached',
  });
});

test('a handler whose SMS was refused is told again soon, and then the desk is', async () => {
  const staff = (await desk.roster.all()).filter(
    ({ department, roles }) => department === 'accounting' && roles.includes('handler'),
  );
  const block = () => Object.assign(new Error('blocked'), { name: 'OptedOut' });
  for (const { phone } of staff) for (const _ of [1, 2]) desk.cloud.fail.nextSms(phone, block());
  const id = await desk.post({}, {});
  const ticket = await desk.until(id, ({ tasks }) => tasks['r1-v1-s0-0-untold'], 1);
  expect(eventsOf(ticket).findLast((event) => event.type === 'Parked')).toMatchObject({ error: 'NobodyTold' });
});
