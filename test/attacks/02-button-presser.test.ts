import { afterAll, beforeAll, expect, test } from 'vitest';
import { formsOf, open, post } from '../../local/demo/page-form.ts';
import { eventsOf, type PlayedDesk, playedDesk } from '../paths/played-desk.ts';
import { lastLink, waitingApproval } from './waiting-approval.ts';

let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
});
afterAll(() => desk.cloud.close());

/** What a request for a code leaves behind: its message, and that there were too many. */
const OF_CODES = ['MessageIntended', 'MessageSent', 'MessageFailed', 'CodesRefused'];

/** Every button of every form, as the page gives it. */
async function press(link: string): Promise<number> {
  let pressed = 0;
  for (const { fields, buttons } of formsOf(await open(link)))
    for (const act of buttons.length > 0 ? buttons : ['']) {
      await post(link, { ...fields, act });
      pressed += 1;
    }
  return pressed;
}

test.for([
  ['an approval', 'a', {}],
  ['work', 'w', { ignores: 'w' }],
  ['a survey', 's', { ignores: 's' }],
] as const)('a robot that presses every button of %s, filling in nothing, decides nothing', async ([, kind, world]) => {
  const id = kind === 'a' ? (await waitingApproval(desk)).id : await desk.post({}, world);
  await desk.until(id, () => lastLink(desk, id, kind).link);
  const { link } = lastLink(desk, id, kind);
  const { length } = eventsOf(await desk.log.read(id));
  expect(await press(link)).toBeGreaterThan(0);
  expect(await press(link)).toBeGreaterThan(0);
  const since = eventsOf(await desk.log.read(id)).slice(length);
  expect(since.map(({ type }) => type).filter((type) => !OF_CODES.includes(type))).toEqual([]);
});

test('nor does one that presses the buttons of work that came back, with the findings filled in', async () => {
  const id = await desk.post({}, { remedies: [['fee-waiver', '600.00']], returnOnce: 'The amount is not right.' });
  const isBack = (one: { returns: number }) => one.returns === 1;
  const ticket = await desk.until(id, isBack);
  const again = Object.values(ticket.tasks).findLast(({ work, closed }) => work === 'investigate' && !closed);
  expect(again).toBeDefined();
  const { link } = lastLink(desk, id, 'w');
  await press(link);
  expect((await desk.log.read(id)).tasks[again?.id ?? '']?.closed).toBeUndefined();
});
