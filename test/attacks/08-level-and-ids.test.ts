import { afterAll, beforeAll, expect, test } from 'vitest';
import { links } from '../../functions/adapters/links.ts';
import { daysAfter } from '../../functions/domain/later.ts';
import { post } from '../../local/demo/page-form.ts';
import { type PlayedDesk, playedDesk } from '../paths/played-desk.ts';
import { approveWith, askedCode, decided, formFor, lastLink, waitingApproval } from './waiting-approval.ts';

let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
});
afterAll(() => desk.cloud.close());

test('a link of the first level decides nothing at the second, whatever ids its form names', async () => {
  const { id, task, link: first } = await waitingApproval(desk);
  const { fields } = await formFor(first, 'approve');
  const code = await askedCode(desk, first);
  expect(await approveWith(first, code)).toBe(303);
  const ticket = await desk.until(id, () => lastLink(desk, id, 'a').link !== first);
  const next = Object.values(ticket.tasks).findLast(({ work }) => work === 'approve');
  expect(next?.level).not.toBe(task.level);

  const swapped = { task: next?.id ?? '', person: next?.person ?? '', level: next?.level ?? '', ticket: id };
  // To its person it is the button pressed twice: they are shown what they did, and nothing is done.
  expect((await post(first, { ...fields, ...swapped, act: 'approve', code })).status).toBe(303);
  expect(decided(await desk.log.read(id))).toEqual(['Approved']);
  // Another act by it is none of theirs any more.
  const back = { ...fields, ...swapped, act: 'return', reason: 'Not at my level.', code };
  expect((await post(first, back)).status).toBe(409);

  // Links as only somebody who can write the table could make them: of another person, and of another level.
  const { mint } = links(desk.db, desk.tables.tickets);
  const expiresAt = daysAfter(desk.cloud.now(), 1);
  const sent = { page: 'approval', sentAt: desk.cloud.now().toISOString(), expiresAt } as const;
  const forged = [
    { ticket: id, task: next?.id, person: task.person },
    { ticket: id, task: next?.id, person: next?.person ?? '', level: task.level },
  ];
  for (const one of forged) {
    const { token } = await mint({ ...sent, ...one });
    expect((await fetch(first.replace(/[^/]+$/, token))).status).toBe(409);
  }
  expect(decided(await desk.log.read(id))).toEqual(['Approved']);

  const second = lastLink(desk, id, 'a').link;
  expect(await approveWith(second, await askedCode(desk, second))).toBe(303);
});
