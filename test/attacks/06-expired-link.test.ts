import { afterAll, beforeAll, expect, test } from 'vitest';
import { links } from '../../functions/adapters/links.ts';
import { daysAfter } from '../../functions/domain/later.ts';
import { guardIn, open, post } from '../../local/demo/page-form.ts';
import { type PlayedDesk, playedDesk } from '../paths/played-desk.ts';
import { decided, waitingApproval } from './waiting-approval.ts';

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
