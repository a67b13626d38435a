import { afterAll, beforeAll, expect, test } from 'vitest';
import { links } from '../../functions/adapters/links.ts';
import { daysAfter } from '../../functions/domain/later.ts';
import { formsOf, guardIn, open, post } from '../../local/demo/page-form.ts';
import { eventsOf, type PlayedDesk, playedDesk } from '../paths/played-desk.ts';

const PAGES = ['w', 'a', 's', 'l', 'd', 'c', 'i', 'x', 'p'];
const WRONG = ['A'.repeat(22), 'x', 'A'.repeat(5_000), '0123456789AB', '%00', '..%2f'];

let desk: PlayedDesk;
let id: string;
beforeAll(async () => {
  desk = await playedDesk();
  id = await desk.post({}, { ignores: 's' });
  await desk.until(id, () => linkTo(id, 's'));
}, 120_000);
afterAll(() => desk.cloud.close());

const linkTo = (ticket: string, kind: string): string =>
  desk.cloud.sms
    .flatMap(({ text }) => (text.includes(ticket) ? (text.match(new RegExp(`http:\\S+/${kind}/\\S+`))?.[0] ?? []) : []))
    .at(-1) ?? '';
const tokenOf = (link: string): string => link.split('/').at(-1) ?? '';

/** All that an answer shows from outside, and what it took. */
async function seen(path: string) {
  desk.cloud.meter.reset();
  const answer = await fetch(`${desk.cloud.url}${path}`, { headers: { 'accept-language': 'en' } });
  const headers = [...answer.headers].filter(([name]) => !/request-?id|^date$/.test(name));
  const reads = desk.cloud.meter.records.filter(({ service }) => service === 'dynamodb').length;
  return { shown: { status: answer.status, headers, body: await answer.text() }, reads };
}

test.for(PAGES)('on /%s a wrong link, an expired one and one to another page are told alike', async (kind) => {
  const unknown = await seen(`/${kind}/${WRONG[0]}`);
  expect(unknown.shown.status).toBe(404);
  for (const token of WRONG.slice(1, -1)) expect((await seen(`/${kind}/${token}`)).shown).toEqual(unknown.shown);

  const [sentAt, expiresAt] = [daysAfter(desk.cloud.now(), -2), daysAfter(desk.cloud.now(), -1)];
  const past = { page: 'survey', ticket: id, task: 'r1-survey', person: 'complainant', sentAt, expiresAt } as const;
  const { token: expired } = await links(desk.db, desk.tables.tickets).mint(past);
  const gone = await seen(`/${kind}/${expired}`);
  expect(gone.shown).toEqual(unknown.shown);
  // Whoever measures learns nothing either: the same questions are asked.
  expect(gone.reads).toBeLessThanOrEqual(unknown.reads);

  // One person's links to their survey and their letter are one person's.
  const theirOwn = ['ww', 'ss', 'll'];
  const others = ['w', 's', 'l'].filter((own) => !theirOwn.includes(`${own}${kind}`));
  for (const own of others) {
    const { shown } = await seen(`/${kind}/${tokenOf(linkTo(id, own))}`);
    expect(shown, `/${own} as /${kind}`).toEqual(unknown.shown);
  }
});

test('the complainant’s links open no page of the bank’s, and post nothing there', async () => {
  for (const own of ['l', 's'])
    for (const kind of ['d', 'w', 'a', 'c', 'i', 'p']) {
      const link = `${desk.cloud.url}/${kind}/${tokenOf(linkTo(id, own))}`;
      const length = (await desk.log.read(id)).length;
      const guard = guardIn(await open(linkTo(id, own)));
      const { status } = await post(link, { ...guard, act: 'open-round', because: 'principle', why: 'I say so.' });
      expect([403, 404]).toContain(status);
      expect((await desk.log.read(id)).length).toBe(length);
    }
});

test('a ticket’s number opens nothing: not a page, a command or a follow-up without a signature', async () => {
  for (const number of [id, '0123456789AB']) {
    for (const kind of PAGES) expect((await fetch(`${desk.cloud.url}/${kind}/${number}`)).status).toBe(404);
    for (const path of [`/commands/${number}/r1-protect-1`, `/commands/${number}/x`])
      expect((await fetch(`${desk.cloud.url}${path}`)).status).toBe(401);
  }
  const unsigned = [id, '0123456789AB'].map(async (number) => {
    const answer = await fetch(`${desk.cloud.url}/complaints/${number}/follow-ups`, { method: 'POST', body: '{}' });
    return [answer.status, await answer.text()];
  });
  const [known, unknown] = await Promise.all(unsigned);
  expect(known).toEqual(unknown);
  expect(known?.[0]).toBe(401);
});

test('numbers of tickets that come one after the other have nothing in common', async () => {
  const ids = await Promise.all(Array.from({ length: 20 }, () => desk.post({ kind: 'suggestion' }, { ignores: 'w' })));
  const positions = Array.from({ length: 12 }, (_, at) => new Set(ids.map((one) => one[at])).size);
  expect(Math.min(...positions)).toBeGreaterThan(4);
});

const rated = (ticket: Awaited<ReturnType<PlayedDesk['log']['read']>>) =>
  eventsOf(ticket).filter(({ type }) => type === 'SurveyAnswered');

test('a ballot is cast once: at one instant, again, and with the link of another round', async () => {
  const survey = linkTo(id, 's');
  const page = await open(survey);
  const vote = (score: number) =>
    post(survey, { ...formsOf(page)[0]?.fields, ...guardIn(page), score: String(score), reason: '', comment: '' });
  const scores = [1, 2, 3, 4, 5, 1, 2, 3];
  const answers = await Promise.all(scores.map(vote));
  const [cast, ...more] = rated(await desk.log.read(id));
  expect(more).toEqual([]);
  const score = cast?.type === 'SurveyAnswered' ? cast.score : 0;
  // Whoever says the same again is shown it; whoever says another thing is refused.
  expect(answers.map(({ status }) => status)).toEqual(scores.map((one) => (one === score ? 303 : 409)));
  expect([(await vote(score)).status, (await vote((score % 5) + 1)).status]).toEqual([303, 409]);
  expect(rated(await desk.log.read(id))).toEqual([cast]);
});

test('in the next round the survey of the one before counts nothing', async () => {
  const again = await desk.post({}, { ignores: 's' });
  await desk.until(again, () => linkTo(again, 's'));
  const [survey, letter] = [linkTo(again, 's'), linkTo(again, 'l')];
  const page = await open(survey);
  const grounds = { about: 'objection', text: 'I do not agree.' };
  expect((await post(letter, { ...guardIn(await open(letter)), ...grounds })).status).toBe(303);
  const stale = await post(survey, { ...guardIn(page), score: '5', reason: '', comment: '' });
  expect(stale.status).toBe(409);
  await desk.until(again, ({ round, tasks }) => round === 2 && tasks['r2-survey'], 60);
  expect((await post(survey, { ...guardIn(page), score: '5', reason: '', comment: '' })).status).toBe(409);
  const ticket = await desk.log.read(again);
  expect(rated(ticket)).toEqual([]);
  expect(ticket.tasks['r2-survey']?.closed).toBeUndefined();
});
