import { afterAll, beforeAll, expect, test } from 'vitest';
import { post } from '../../local/demo/page-form.ts';
import { sendWithCode } from '../../local/demo/with-code.ts';
import { type PlayedDesk, playedDesk } from '../paths/played-desk.ts';
import { askedCode, decided, formFor, lastLink, waitingApproval } from './waiting-approval.ts';

let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
});
afterAll(() => desk.cloud.close());

test('a link to a proposal that was replaced approves neither the old nor the new one', async () => {
  const { id, link: older } = await waitingApproval(desk);
  const { fields } = await formFor(older, 'approve');
  const code = await askedCode(desk, older);
  await sendWithCode(() => desk.cloud.sms, older, await formFor(older, 'return'), {
    act: 'return',
    reason: 'Not yet.',
  });
  await desk.until(id, () => lastLink(desk, id, 'a').link !== older);
  const newer = lastLink(desk, id, 'a').link;
  const { fields: newFields } = await formFor(newer, 'approve');

  expect((await post(older, { ...fields, act: 'approve', code })).status).toBe(409);
  const swapped = { ...fields, act: 'approve', code, seen: newFields.seen ?? '' };
  expect((await post(older, swapped)).status).toBe(409);
  // The new link with the digest of the old proposal, which its page never showed.
  const newCode = await askedCode(desk, newer);
  const stale = { ...newFields, act: 'approve', code: newCode, seen: fields.seen ?? '' };
  expect((await post(newer, stale)).status).toBe(409);
  expect(decided(await desk.log.read(id))).toEqual(['Returned']);

  // Being turned away cost its person no second code.
  expect((await post(newer, { ...newFields, act: 'approve', code: newCode })).status).toBe(303);
});
