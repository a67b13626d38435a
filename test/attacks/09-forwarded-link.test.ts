import { afterAll, beforeAll, expect, test } from 'vitest';
import { links } from '../../functions/adapters/links.ts';
import { daysAfter } from '../../functions/domain/later.ts';
import { post } from '../../local/demo/page-form.ts';
import { type PlayedDesk, playedDesk } from '../paths/played-desk.ts';
import { approveWith, decided, formFor, waitingApproval } from './waiting-approval.ts';

let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
});
afterAll(() => desk.cloud.close());

test('whoever was forwarded a link gets no code: it goes to its person’s telephone, whatever the form says', async () => {
  const { id, task, link } = await waitingApproval(desk);
  const { fields } = await formFor(link, 'approve');
  const sent = desk.cloud.sms.length;
  const mine = { phone: '+8613900009999', to: '+8613900009999', person: 'handler-1', act: 'code' };
  expect((await post(link, { ...fields, ...mine })).status).toBe(200);
  const own = (await desk.roster.person(task.person))?.phone;
  expect(desk.cloud.sms.slice(sent).map(({ phone }) => phone)).toEqual([own]);
  expect(await approveWith(link, '')).toBe(400);
  expect(decided(await desk.log.read(id))).toEqual([]);
});

test('nobody approves what they found themselves, even with a link that names them', async () => {
  const { id, task, link } = await waitingApproval(desk);
  const { tasks } = await desk.log.read(id);
  const handler = Object.values(tasks).find(({ work }) => work === 'investigate')?.closed?.by ?? '';
  const { mint } = links(desk.db, desk.tables.tickets);
  const expiresAt = daysAfter(desk.cloud.now(), 1);
  const { token } = await mint({
    ...{ page: 'approval', ticket: id, task: task.id, person: handler },
    ...{ sentAt: desk.cloud.now().toISOString(), expiresAt },
  });
  const forged = link.replace(/[^/]+$/, token);
  expect((await fetch(forged)).status).toBe(409);
  const { fields } = await formFor(link, 'approve');
  for (const act of ['code', 'approve']) expect((await post(forged, { ...fields, act })).status).toBe(403);
  expect(decided(await desk.log.read(id))).toEqual([]);
});
