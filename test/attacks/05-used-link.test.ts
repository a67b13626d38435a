import { afterAll, beforeAll, expect, test } from 'vitest';
import { post } from '../../local/demo/page-form.ts';
import { type PlayedDesk, playedDesk } from '../paths/played-desk.ts';
import { askedCode, decided, formFor, waitingApproval } from './waiting-approval.ts';

let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
});
afterAll(() => desk.cloud.close());

test('a used link decides nothing more: the same form is shown what it did, the opposite is refused; it stays readable', async () => {
  const { id, link } = await waitingApproval(desk);
  const returning = await formFor(link, 'return');
  const { fields } = await formFor(link, 'approve');
  const approving = { ...fields, act: 'approve', code: await askedCode(desk, link) };
  expect((await post(link, approving)).status).toBe(303);
  await desk.cloud.settle();
  const { head } = await desk.log.read(id);

  expect((await post(link, approving)).status).toBe(303);
  const opposite = { ...returning.fields, act: 'return', reason: 'No.', code: approving.code };
  expect((await post(link, opposite)).status).toBe(409);
  expect((await post(link, { ...fields, act: 'code' })).status).toBe(409);
  const ticket = await desk.log.read(id);
  expect(ticket.head).toBe(head);
  expect(decided(ticket)).toEqual(['Approved']);

  const page = await fetch(link);
  expect(page.status).toBe(200);
  expect(await page.text()).not.toContain('value="approve"');
});
