import { afterAll, beforeAll, expect, test } from 'vitest';
import { links } from '../../functions/adapters/links.ts';
import { daysAfter } from '../../functions/domain/later.ts';
import { POLICY } from '../../functions/rules/policy.ts';
import { guardIn, open, post } from '../../local/demo/page-form.ts';
import { type PlayedDesk, playedDesk } from '../paths/played-desk.ts';
import { approveWith, askedCode, decided, formFor, lastLink, waitingApproval } from './waiting-approval.ts';

let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
});
afterAll(() => desk.cloud.close());

test('a link after its time opens nothing and sends no code, though its task still waits', async () => {
  const { id, task, link } = await waitingApproval(desk);
  const { head } = await desk.log.read(id);
  const { mint } = links(desk.db, desk.tables.tickets);
  const expiresAt = daysAfter(desk.cloud.now(), -1);
  const { token } = await mint({
    ...{ page: 'approval', ticket: id, task: task.id, person: task.person },
    ...{ sentAt: desk.cloud.now().toISOString(), expiresAt },
  });
  const old = link.replace(/[^/]+$/, token);
  const sent = desk.cloud.sms.length;

  expect((await fetch(old)).status).toBe(404);
  const form = { ...guardIn(await open(link)), seen: task.proposal ?? '' };
  for (const act of ['code', 'approve']) expect((await post(old, { ...form, act })).status).toBe(404);
  expect(desk.cloud.sms).toHaveLength(sent);
  const ticket = await desk.log.read(id);
  expect(ticket.head).toBe(head);
  expect(decided(ticket)).toEqual([]);
});

const shows = async (link: string) => (await fetch(link)).status;

test('a link shows what came of its task for a week; who filed reads it until the reply, and as long after that', async () => {
  const { id, task, link } = await waitingApproval(desk);
  const work = lastLink(desk, id, 'w').link;
  await desk.cloud.advanceBy(9 * DAY);
  expect([await shows(work), await shows(link)]).toEqual([200, 200]);

  // The page of everybody who decides above is left to them.
  desk.worlds.set(id, {});
  expect(await approveWith(link, await askedCode(desk, link))).toBe(303);
  const { tasks, replied } = await desk.until(id, (one) => one.replied, 5);
  const [decidedAt, repliedAt] = [tasks[task.id]?.closed?.at ?? '', replied?.at ?? ''];
  await desk.cloud.advanceTo(new Date(Date.parse(decidedAt) + WEEK - 1));
  expect(await (await fetch(link)).text()).toContain('Sample Person');
  await desk.cloud.advanceBy(1);
  expect([await shows(work), await shows(link)]).toEqual([200, 404]);
  await desk.cloud.advanceTo(new Date(Date.parse(repliedAt) + WEEK - 1));
  expect(await shows(work)).toBe(200);
  await desk.cloud.advanceBy(1);
  expect(await shows(work)).toBe(404);
});

test('a link to the whole ticket, or to its proof sheet, ends a week after the ticket, or after it was sent', async () => {
  const id = await desk.post({});
  const { mint } = links(desk.db, desk.tables.tickets);
  const linkTo = async (page: 'desk' | 'proof') => {
    const sent = { sentAt: desk.cloud.now().toISOString(), expiresAt: daysAfter(desk.cloud.now(), 60) };
    const { token } = await mint({ page, ticket: id, person: 'supervisor-1', ...sent });
    return `${desk.cloud.url}/${page === 'desk' ? 'd' : 'p'}/${token}`;
  };
  const before = [await linkTo('desk'), await linkTo('proof')];
  const { closed } = await desk.archived(id, 60);
  await desk.cloud.advanceTo(new Date(Date.parse(closed?.at ?? '') + WEEK - 60_000));
  expect(await Promise.all(before.map(shows))).toEqual([200, 200]);
  const later = [await linkTo('desk'), await linkTo('proof')];
  await desk.cloud.advanceBy(DAY);
  expect(await Promise.all(before.map(shows))).toEqual([404, 404]);
  expect(await Promise.all(later.map(shows))).toEqual([200, 200]);
  await desk.cloud.advanceBy(WEEK);
  expect(await Promise.all(later.map(shows))).toEqual([404, 404]);
});

test('who is not on the roster any more reads nothing from that moment on, and decides nothing', async () => {
  const { id, task, link } = await waitingApproval(desk);
  const { fields } = await formFor(link, 'approve');
  const code = await askedCode(desk, link);
  const person = await desk.roster.person(task.person);
  if (!person) throw new Error('the roster has no such manager');
  await desk.roster.remove(person);
  expect(await shows(link)).toBe(404);
  expect((await post(link, { ...fields, act: 'approve', code })).status).toBe(404);
  expect(decided(await desk.log.read(id))).toEqual([]);
  await desk.roster.put(person);
  expect(await shows(link)).toBe(200);
});

test('whom a complaint is about reads neither the whole ticket nor its proof sheet', async () => {
  const id = await desk.post({ complainedAbout: 'supervisor-1' });
  const { mint } = links(desk.db, desk.tables.tickets);
  const sent = { sentAt: desk.cloud.now().toISOString(), expiresAt: daysAfter(desk.cloud.now(), 1) };
  for (const page of ['desk', 'proof'] as const) {
    const { token } = await mint({ page, ticket: id, person: 'supervisor-1', ...sent });
    expect(await shows(`${desk.cloud.url}/${page === 'desk' ? 'd' : 'p'}/${token}`)).toBe(409);
  }
});

const DAY = 86_400_000;
const WEEK = POLICY.closedLinkDays * DAY;
