import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PlayedDesk, playedDesk } from '../paths/played-desk.ts';
import { approveWith, askedCode, decided, waitingApproval } from './waiting-approval.ts';

let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
});
afterAll(() => desk.cloud.close());

test('a scanner that opens every link of every message, again and again, changes nothing and uses nothing up', async () => {
  const { id, link } = await waitingApproval(desk);
  const before = await desk.log.read(id);
  const links = desk.cloud.sms.flatMap(({ text }) => /http:\S+/.exec(text)?.[0] ?? []);
  expect(links.length).toBeGreaterThan(1);
  for (const one of links)
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'GET', 'PUT', 'DELETE']) await fetch(one, { method });
  await desk.cloud.settle();
  expect((await desk.log.read(id)).head).toBe(before.head);

  expect(await approveWith(link, await askedCode(desk, link))).toBe(303);
  expect(decided(await desk.log.read(id))).toEqual(['Approved']);
});
