import { afterAll, beforeAll, expect, test } from 'vitest';
import { Text } from '../../functions/domain/case-file.ts';
import { eventsOf, type PlayedDesk, playedDesk, typesOf } from './played-desk.ts';

let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
});
afterAll(() => desk.cloud.close());

const waive = [['fee-waiver', '600.00']] as const;
let references = 0;
const followUp = (ticket: string, about: string, over: object = {}) =>
  desk.channel.followUp('app', ticket, {
    ...{ version: 1, channel: 'app', channelReference: `F-${++references}`, ticket, about },
    ...{ text: 'My card is 4000 0000 0000 0002, and I was there.', ...over },
  });
const smsAbout = (id: string, words: string) =>
  desk.cloud.sms.filter(({ text }) => text.includes(id) && text.includes(words)).length;

test('more from the complainant is kept, masked, and the handler is told once, however often it is sent', async () => {
  const id = await desk.post({}, { ignores: 'w' });
  await desk.until(id, ({ tasks }) => tasks['r1-v1-s0-0']);
  const same = { channelReference: 'F-same' };
  const answers = await Promise.all([1, 2, 3].map(() => followUp(id, 'evidence', same)));
  expect(answers.map(({ status, answer }) => [status, answer])).toEqual(answers.map(() => [202, { ticket: id }]));
  await desk.cloud.advanceBy(10 * 60_000);

  const ticket = await desk.log.read(id);
  expect(ticket.followUps).toHaveLength(1);
  const [more] = ticket.followUps;
  expect((await desk.files.read(id, more?.text ?? '', Text))?.text).toContain('**** 0002');
  const told = ticket.messages[`${more?.followUp}-told`];
  expect(told).toMatchObject({ purpose: 'follow-up', state: 'sent', to: ticket.tasks['r1-v1-s0-0']?.person });
  desk.worlds.set(id, {});
  await desk.archived(id);
});

test('after the seal the one who filed is told, and what came is sealed with the rest', async () => {
  const id = await desk.post({}, {});
  const { archived, length } = await desk.archived(id);
  await desk.putEvent('channel.app', 'FollowUpPosted', {
    ...{ version: 1, channel: 'app', channelReference: 'F-late', ticket: id, about: 'question', text: 'And now?' },
  });
  const sealed = (type: string) => type === 'Archived';
  const ticket = await desk.until(id, (now) => typesOf(now).filter(sealed).length === 2, 1);
  expect(ticket.archived?.manifest).not.toBe(archived?.manifest);
  const after = typesOf(ticket).slice(eventsOf({ ...ticket, decisions: ticket.decisions.slice(0, length) }).length);
  expect(after).toEqual(['FollowUpReceived', 'MessageIntended', 'MessageSent', 'Archived']);
  expect(eventsOf(ticket).findLast((event) => event.type === 'MessageIntended')).toMatchObject({
    to: ticket.tasks['r1-v1-s0-0']?.closed?.by,
  });
});

test.for([
  ['of a ticket that nobody knows', '0123456789AB', 'question', {}, 'ticket'],
  ['about nothing that is known', undefined, 'weather', {}, 'about'],
  ['without its reference', undefined, 'question', { channelReference: '' }, 'channelReference'],
] as const)('a follow-up %s is refused and kept', async ([, ticket, about, over, field]) => {
  const id = ticket ?? (await desk.post({}, { ignores: 'w' }));
  const { status, answer } = await followUp(id, about, over);
  expect(status).toBe(400);
  expect(answer).toMatchObject({ error: 'Refused', fields: [expect.objectContaining({ field })] });
  expect((await desk.log.find(id)).followUps).toHaveLength(0);
});

test('an objection by a channel opens the next round once the reply is given', async () => {
  const id = await desk.post({}, { ignores: 's' });
  await desk.until(id, ({ tasks }) => tasks['r1-survey']);
  await followUp(id, 'objection');
  const ticket = await desk.archived(id);
  expect(ticket.earlier[0]?.appeal?.via).toBe('channel');
  expect(ticket.tasks['r1-survey']?.closed?.outcome).toBe('void');
});

const unclear = { category: undefined, narrative: 'Qwerty uiop.', demands: [] as string[] };
const STAGES = [
  ['while the desk is to route it', unclear, 'd', 'route'],
  ['while a department investigates', {}, 'w', 'investigate'],
  ['while a manager decides', {}, 'a', 'approve'],
] as const;

test.for(STAGES)(
  'a complaint withdrawn %s ends that day, and its complainant is told',
  async ([, post, ignores, work]) => {
    const id = await desk.post(post, { remedies: waive, ignores });
    await desk.until(id, ({ tasks }) => Object.values(tasks).some((task) => task.work === work && !task.closed));
    await followUp(id, 'withdrawal');
    const ticket = await desk.archived(id, 1);
    expect(ticket.closed?.outcome).toBe('withdrawn');
    expect(Object.values(ticket.tasks).filter(({ closed }) => !closed)).toEqual([]);
    expect(ticket.messages.withdrawn?.state).toBe('sent');
    expect(smsAbout(id, 'withdrawn')).toBe(1);
    expect(typesOf(ticket)).not.toContain('Replied');
    expect(typesOf(ticket)).not.toContain('Overdue');
    expect(typesOf(ticket).at(-1)).toBe('Archived');
  },
);

test('withdrawn while core banking is asked, what was ordered is still answered for', async () => {
  const id = await desk.post({}, { remedies: waive, banking: () => 'silence' });
  const { commands } = await desk.until(id, (ticket) => ticket.commands['r1-v1-m1-1']);
  await followUp(id, 'withdrawal');
  await desk.archived(id, 1);
  await desk.putEvent('core-banking', 'CommandCarriedOut', { ticket: id, command: Object.keys(commands)[0] });
  await desk.until(id, ({ commands: now }) => now['r1-v1-m1-1']?.state === 'done', 1);
});

test('a withdrawal after the reply is on record, and changes nothing', async () => {
  const id = await desk.post({}, { minutes: 300 });
  await desk.until(id, ({ tasks }) => tasks['r1-survey']);
  await followUp(id, 'withdrawal');
  const ticket = await desk.archived(id);
  expect(ticket.followUps.map(({ about }) => about)).toEqual(['withdrawal']);
  expect(ticket.closed?.outcome).toBe('rated-5');
});
