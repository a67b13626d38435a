import { afterAll, beforeAll, expect, test } from 'vitest';
import { links } from '../../functions/adapters/links.ts';
import { daysAfter } from '../../functions/domain/later.ts';
import type { Person } from '../../functions/domain/roster.ts';
import { formsOf, open, send } from '../../local/demo/page-form.ts';
import { sendWithCode } from '../../local/demo/with-code.ts';
import { eventsOf, type PlayedDesk, playedDesk } from './played-desk.ts';

let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
});
afterAll(() => desk.cloud.close());

/** Two levels must agree: a team lead and the department head. */
const waive = [['fee-waiver', '600.00']] as const;
const of = (ticket: Awaited<ReturnType<PlayedDesk['log']['find']>>, type: string) =>
  eventsOf(ticket).filter((event) => event.type === type);

/** Changes people of the roster; gives back how to undo it. */
async function changed(change: (person: Person) => Person): Promise<() => Promise<void>> {
  const before = await desk.roster.all();
  for (const person of before) if (change(person) !== person) await desk.roster.put(change(person));
  return async () => {
    for (const person of before) await desk.roster.put(person);
  };
}
const year = { from: '2026-01-01', to: '2026-12-31' };
const awayWith = (role: string, deputy: string) => (person: Person) =>
  person.department === 'accounting' && person.roles.some((one) => one === role) && person.id !== deputy
    ? { ...person, absences: [{ ...year, deputy }] }
    : person;

/** The newest link of a kind that an SMS about the ticket brought to somebody. */
async function linkTo(person: string, ticket: string, kind: string): Promise<string> {
  const phone = (await desk.roster.person(person))?.phone;
  const text =
    desk.cloud.sms.findLast((sms) => sms.phone === phone && sms.text.includes(ticket) && sms.text.includes(`/${kind}/`))
      ?.text ?? '';
  return new RegExp(`http:\\S+/${kind}/\\S+`).exec(text)?.[0] ?? '';
}

test('an absent manager’s deputy decides in their place, is told so, and both are one pair of eyes', async () => {
  const comeBack = await changed(awayWith('team-lead', 'acct-department-head-1'));
  const id = await desk.post({}, { remedies: waive });
  const ticket = await desk.archived(id);
  await comeBack();

  const { person, actingFor, closed } = ticket.tasks['r1-v1-a0'] ?? {};
  expect([person, closed?.by]).toEqual(['acct-department-head-1', 'acct-department-head-1']);
  expect(actingFor).toMatch(/^acct-team-lead-/);
  expect(ticket.messages['r1-v1-a0-asked']?.purpose).toBe('acting-for-link');
  expect(ticket.tasks['r1-v1-a1']?.closed?.by).toBe('acct-department-head-2');
});

test('where nobody of a level is there, somebody above decides in their place, and others for their own level', async () => {
  const isLead = ({ department, roles }: Person) => department === 'accounting' && roles.includes('team-lead');
  const comeBack = await changed((person) => (isLead(person) ? { ...person, absences: [year] } : person));
  const id = await desk.post({}, { remedies: waive });
  const ticket = await desk.archived(id);
  await comeBack();

  const { person = '', level, escalated, closed } = ticket.tasks['r1-v1-a0'] ?? {};
  expect([person, level, closed?.by]).toEqual([expect.stringMatching(/^acct-department-head-/), 'team-lead', person]);
  expect(escalated).toMatchObject([{ to: person, level: 'department-head', rule: 'nobody-there' }]);
  expect(of(ticket, 'Approved')).toHaveLength(2);
  expect(ticket.tasks['r1-v1-a1']?.closed?.by).toMatch(/^acct-department-head-/);
  expect(ticket.tasks['r1-v1-a1']?.closed?.by).not.toBe(person);
  expect(of(ticket, 'Parked')).toEqual([]);
});

test('where nobody else may be asked, whoever decided in place of those below stands for their own level, too', async () => {
  const isOnly = ({ id, roles }: Person) =>
    id === 'acct-department-head-1' ||
    !roles.some((role) => /team-lead|department-head|head-office|head-of/.test(role));
  const comeBack = await changed((person) => (isOnly(person) ? person : { ...person, absences: [year] }));
  const id = await desk.post({}, { remedies: waive });
  const ticket = await desk.archived(id);
  await comeBack();
  expect(of(ticket, 'Approved')).toHaveLength(1);
  expect(of(ticket, 'LevelCovered')).toMatchObject([{ task: 'r1-v1-a1', by: 'r1-v1-a0' }]);
  expect(of(ticket, 'Parked')).toEqual([]);
});

test('a handler who is away when the reminder is due is stood in for by their own deputy', async () => {
  const id = await desk.post({}, { ignores: 'w' });
  const asked = (await desk.until(id, ({ tasks }) => tasks['r1-v1-s0-0'])).tasks['r1-v1-s0-0']?.person;
  const comeBack = await changed((person) =>
    person.id === asked ? { ...person, absences: [{ ...year, deputy: 'acct-team-lead-2' }] } : person,
  );
  desk.worlds.set(id, {});
  const ticket = await desk.archived(id);
  await comeBack();
  expect(of(ticket, 'TaskReassigned')).toMatchObject([
    { from: asked, to: 'acct-team-lead-2', because: 'absent', actingFor: asked },
  ]);
  expect(ticket.messages['r1-v1-s0-0-reminder']).toMatchObject({ to: 'acct-team-lead-2', purpose: 'acting-for-link' });
  expect(ticket.tasks['r1-v1-s0-0']?.closed?.by).toBe('acct-team-lead-2');
});

test('a manager gives the decision away on its page: the colleague is told and decides, the manager only looks', async () => {
  const id = await desk.post({}, { remedies: waive, gives: 'approval' });
  const given = await desk.until(id, (ticket) => ticket.messages['r1-v1-a0-told-1']);
  const { person: to, actingFor: from } = given.tasks['r1-v1-a0'] ?? {};
  expect(of(given, 'TaskReassigned')).toMatchObject([{ from, to, because: 'delegated', actingFor: from }]);
  expect(given.messages['r1-v1-a0-told-1']).toMatchObject({ to, purpose: 'acting-for-link' });

  const old = await linkTo(from ?? '', id, 'a');
  expect(formsOf(await open(old))).toEqual([]);
  const seen = given.proposals[0]?.proposal ?? '';
  await expect(send(old, { ...(await desk.guard(old)), act: 'approve', seen })).rejects.toThrow(
    'the form was not taken: 409',
  );

  const ticket = await desk.archived(id);
  expect(ticket.tasks['r1-v1-a0']?.closed).toMatchObject({ outcome: 'approved', by: to });
  expect(Object.keys(ticket.messages).filter((message) => message.includes('-told-'))).toEqual(['r1-v1-a0-told-1']);
});

test('a handler gives the work to a colleague of the department: no transfer', async () => {
  const id = await desk.post({}, { gives: 'work' });
  const ticket = await desk.archived(id);
  const { actingFor, closed, department } = ticket.tasks['r1-v1-s0-0'] ?? {};
  expect([closed?.outcome, department]).toEqual(['filed', 'accounting']);
  expect(closed?.by).not.toBe(actingFor);
  expect(of(ticket, 'Transferred')).toEqual([]);
});

test('a decision that was escalated and taken above stands for the level above: nobody is asked twice', async () => {
  const id = await desk.post({}, { remedies: waive, ignores: 'a' });
  const asked = await desk.until(id, ({ tasks }) => tasks['r1-v1-a0']);
  const [task, head] = ['r1-v1-a0', 'acct-department-head-1'];
  const late = { type: 'Escalated', task, to: head, level: 'department-head', rule: 'E1' } as const;
  await desk.log.decide(id, { at: desk.cloud.now().toISOString(), by: 'watch' }, () => [late]);
  const { token } = await links(desk.db, desk.tables.tickets).mint({
    ...{ page: 'approval', ticket: id, task, person: head },
    ...{ sentAt: desk.cloud.now().toISOString(), expiresAt: daysAfter(desk.cloud.now(), 1) },
  });
  const link = `${desk.cloud.url}/a/${token}`;
  const [approve] = formsOf(await open(link));
  if (approve) await sendWithCode(() => desk.cloud.sms, link, approve, { act: 'approve' });

  const ticket = await desk.archived(id);
  expect(of(ticket, 'Approved')).toHaveLength(1);
  expect(ticket.tasks['r1-v1-a1']).toMatchObject({ level: 'department-head', person: head, coveredBy: task });
  expect(ticket.messages['r1-v1-a1-asked']).toBeUndefined();
  expect(ticket.tasks['r1-v1-a0']?.person).toBe(asked.tasks['r1-v1-a0']?.person);
  expect(ticket.replied?.inTime).toBe(true);
});

test('where nobody above is there, another of the level hears of an approval that nobody gives, and may give it', async () => {
  const isAbove = ({ roles }: Person) => roles.some((role) => /department-head|head-office|head-of/.test(role));
  const comeBack = await changed((person) => (isAbove(person) ? { ...person, absences: [year] } : person));
  const id = await desk.post({}, { remedies: waive, ignores: 'a' });
  const late = await desk.until(id, ({ tasks }) => tasks['r1-v1-a0']?.escalated, 14);
  await comeBack();

  const { person = '', escalated = [] } = late.tasks['r1-v1-a0'] ?? {};
  const [first] = escalated;
  expect(first).toMatchObject({ to: expect.stringMatching(/^acct-team-lead-/), level: 'team-lead', rule: 'E8' });
  expect(first?.to).not.toBe(person);
  const link = await linkTo(first?.to ?? '', id, 'a');
  const [approve] = formsOf(await open(link));
  if (approve) await sendWithCode(() => desk.cloud.sms, link, approve, { act: 'approve' });
  expect((await desk.log.read(id)).tasks['r1-v1-a0']?.closed).toMatchObject({ by: first?.to, outcome: 'approved' });
});
