import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Logged } from '../../functions/adapters/ticket-log.ts';
import { guardIn, open, post } from '../../local/demo/page-form.ts';
import { actOn } from '../../local/demo/with-code.ts';
import { eventsOf, type PlayedDesk, playedDesk, typesOf } from './played-desk.ts';

let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
});
afterAll(() => desk.cloud.close());

const waive = [['fee-waiver', '600.00']] as const;
const DAY = 86_400_000;

/** The links of a kind that were sent about a ticket, the oldest first. */
const linksOf = (id: string, kind: string) =>
  desk.cloud.sms.flatMap(({ text }) =>
    text.includes(id) ? (text.match(new RegExp(`http:\\S+/${kind}/\\S+`))?.[0] ?? []) : [],
  );
const letterOf = (id: string, nth: number) => linksOf(id, 'l').at(nth) ?? '';
const shown = async (link: string) => (await fetch(link)).text();

/** What a browser sends from the page of a letter. */
const say = async (link: string, about: string, text: string) =>
  post(link, { ...guardIn(await open(link)), about, text });

const workers = ({ tasks }: Logged, round: number) =>
  Object.values(tasks).flatMap(({ id, work, closed }) =>
    id.startsWith(`r${round}-`) && ['investigate', 'approve'].includes(work) && closed ? [closed.by] : [],
  );

test('a bad survey leads to a second round: other people, a higher level, a letter, a survey and a seal of its own', async () => {
  const id = await desk.post({}, { remedies: waive, rating: 1, appeal: 'Nobody listened.' });
  await desk.until(id, ({ round }) => round === 2);
  const ticket = await desk.archived(id);

  expect(ticket.round).toBe(2);
  expect(ticket.earlier[0]).toMatchObject({ survey: { score: 1 }, appeal: { via: 'survey' } });
  expect(ticket.proposals[0]).toMatchObject({ because: { rule: 'A0' }, levels: ['department-head', 'head-office'] });
  const [before, now] = [workers(ticket, 1), workers(ticket, 2)];
  expect(now).toHaveLength(3);
  expect(now.filter((person) => before.includes(person))).toEqual([]);
  expect(ticket.clocks.verification).toMatchObject({ rule: 'cn-verify-decide' });
  expect(ticket.replied).toMatchObject({ message: 'r2-reply', inTime: true });
  expect(typesOf(ticket)).not.toContain('Overdue');
  // Its own acknowledgement, remedies, survey: nothing of the first round counts for the second.
  expect(Object.keys(ticket.messages)).toEqual(
    expect.arrayContaining(['r1-acknowledgement', 'r2-acknowledgement', 'r2-reply', 'r2-survey-asked']),
  );
  expect(ticket.tasks['r2-remedies-1']?.closed?.outcome).toBe('done');
  expect(typesOf(ticket).filter((type) => type === 'Archived')).toHaveLength(1);

  // After the last round there is no review by the bank, and both letters stay where their links led.
  expect(await shown(linksOf(id, 's').at(-1) ?? '')).not.toContain('name="appeal"');
  const [first, second] = [await shown(letterOf(id, 0)), await shown(letterOf(id, 1))];
  expect(first).toContain('have the matter verified');
  expect(first).toContain('Other people are looking at your case anew');
  expect(second).not.toContain('have the matter verified');
  expect(second).toContain('You may turn to a mediation body');
  expect(second).not.toContain('value="objection"');
});

test('an objection on the letter’s page opens the ticket again after the seal', async () => {
  const id = await desk.post({}, { ignores: 's' });
  const { archived, closed } = await desk.archived(id);
  expect(closed?.outcome).toBe('not-rated');
  await desk.cloud.advanceBy(5 * DAY);
  expect((await say(letterOf(id, 0), 'objection', 'The fee was never explained.')).status).toBe(303);
  const begun = await desk.until(id, ({ tasks }) => tasks['r2-v1-s0-0']);
  expect(begun.dueAt).not.toBe('');
  expect(eventsOf(begun)).toContainEqual(expect.objectContaining({ type: 'AppealAsked', via: 'letter' }));

  const ticket = await desk.archived(id);
  expect(ticket.archived?.manifest).not.toBe(archived?.manifest);
  expect(ticket.earlier[0]?.closed?.outcome).toBe('not-rated');
  expect(typesOf(ticket).filter((type) => type === 'Archived')).toHaveLength(2);
});

test('sent twice, an objection is one; after thirty days it is refused, and the outside ways are shown', async () => {
  const [twice, late] = [await desk.post({}, { ignores: 's' }), await desk.post({}, { ignores: 's' })];
  await desk.archived(twice);
  await desk.archived(late);
  await Promise.all([1, 2].map(() => say(letterOf(twice, 0), 'objection', 'I do not agree.')));
  expect(typesOf(await desk.log.read(twice)).filter((type) => type === 'RoundOpened')).toHaveLength(1);

  await desk.cloud.advanceBy(31 * DAY);
  expect(await shown(letterOf(late, 0))).not.toContain('value="objection"');
  expect(await shown(letterOf(late, 0))).toContain('The time to ask for a review is over');
  await say(letterOf(late, 0), 'objection', 'I do not agree.');
  const ticket = await desk.archived(late);
  expect(ticket.appealRefused?.because).toBe('too-late');
  expect(ticket.round).toBe(1);
});

test('a handler has others begin anew for a matter of principle, and they read what came before', async () => {
  const id = await desk.post({}, { ignores: 'w' });
  const { tasks, clocks } = await desk.until(id, (ticket) => ticket.tasks['r1-v1-s0-0']);
  const handler = tasks['r1-v1-s0-0']?.person;
  const [link = ''] = linksOf(id, 'w');
  const form = { act: 'open-round', because: 'principle', why: 'Every holder of this card is charged so.' };
  const guard = guardIn(await open(link));
  const asked = (fields: Record<string, string>) => post(link, { ...guard, ...fields });
  expect((await asked({ ...form, why: '' })).status).toBe(400);
  await actOn(() => desk.cloud.sms, link, form);
  const begun = await desk.until(id, (ticket) => ticket.tasks['r2-v1-s0-0']);
  expect(begun.tasks['r2-v1-s0-0']?.person).not.toBe(handler);
  expect(begun.clocks.decide?.dueAt).toBe(clocks.decide?.dueAt);
  const { length } = await desk.log.read(id);
  expect([(await asked(form)).status, (await asked({ ...form, because: 'reputation' })).status]).toEqual([303, 409]);
  expect((await desk.log.read(id)).length).toBe(length);

  const page = await shown(`${linksOf(id, 'w').at(-1)}?lang=en`);
  expect(page).toContain('Every holder of this card is charged so.');
  expect(page).toContain('a matter of principle');
  desk.worlds.set(id, {});
  const ticket = await desk.archived(id);
  expect(ticket.replied?.message).toBe('r2-reply');
});

test('an answer given on the spot is looked at by people when it is objected to', async () => {
  const narrative = 'When do my points expire?';
  const onTheSpot = { category: 'points', narrative, demands: ['Tell me when they expire'] };
  const id = await desk.post(onTheSpot, { rating: 2, appeal: 'That is not what I asked.' });
  const ticket = await desk.archived(id);
  expect(ticket.triage?.lane).toBe('on-the-spot');
  expect(ticket.round).toBe(2);
  expect(workers(ticket, 2)).toHaveLength(3);
});
