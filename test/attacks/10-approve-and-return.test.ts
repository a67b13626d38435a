import { afterAll, beforeAll, expect, test } from 'vitest';
import { post } from '../../local/demo/page-form.ts';
import { type PlayedDesk, playedDesk } from '../paths/played-desk.ts';
import { askedCode, decided, formFor, waitingApproval } from './waiting-approval.ts';

let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
});
afterAll(() => desk.cloud.close());

test('approve and return at the same instant, several times: one of them wins, and is recorded once', async () => {
  for (let turn = 0; turn < 3; turn++) {
    const { id, link } = await waitingApproval(desk);
    const [approving, returning] = [await formFor(link, 'approve'), await formFor(link, 'return')];
    const code = await askedCode(desk, link);
    const forms = [
      { ...approving.fields, act: 'approve', code },
      { ...returning.fields, act: 'return', reason: 'No.', code },
      { ...approving.fields, act: 'approve', code },
      { ...returning.fields, act: 'return', reason: 'No.', code },
    ];
    const answers = await Promise.all(forms.map((form) => post(link, form)));
    const [done, other] = answers.map(({ status }) => status);
    // Whoever pressed twice is shown what they did.
    expect(answers.map(({ status }) => status)).toEqual([done, other, done, other]);
    expect([done, other].sort()).toEqual([303, 409]);
    expect(decided(await desk.log.read(id))).toHaveLength(1);
  }
});
