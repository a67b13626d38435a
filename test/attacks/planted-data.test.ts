import { afterAll, beforeAll, expect, test } from 'vitest';
import { everythingKept } from '../paths/everything-kept.ts';
import { readings } from './markers.ts';
import { plantedDesk } from './planted-desk.ts';

let planted: Awaited<ReturnType<typeof plantedDesk>>;
let kept: [place: string, text: string][];
beforeAll(async () => {
  planted = await plantedDesk();
  kept = await everythingKept(planted.desk);
}, 600_000);
afterAll(() => planted.desk.cloud.close());

/** Where which personal data is, by kind of place. */
const found = (places: readonly (readonly [place: string, text: string])[]) =>
  places.flatMap(([place, text]) => [...planted.marks.foundIn(text)].map((where) => `${place}: ${where}`));

test('every text field of every page was filled in, and every marker is in the case files: the search finds', () => {
  expect(planted.form.missed()).toEqual([]);
  const cases = found(kept.filter(([place]) => place === 'table caseFiles'));
  const everywhere = new Set(planted.marks.planted.values());
  expect([...everywhere].filter((where) => !cases.includes(`table caseFiles: ${where}`))).toEqual([]);
});

test('nothing personal is anywhere else: log table, failures, executions, events, SMS, mails, logs, archive', () => {
  const others = kept.filter(([place]) => place !== 'table caseFiles');
  expect([...new Set(found(others))]).toEqual([]);
  const kinds = [
    'table tickets',
    'object aws/lambda',
    'object',
    'execution',
    'history',
    'SMS',
    'mail',
    'bus',
    'log',
    'access log',
  ];
  for (const kind of kinds)
    expect(
      others.some(([place]) => place.startsWith(kind)),
      kind,
    ).toBe(true);
});

test('nor in what a channel is answered', () => {
  expect(found(planted.answers.map((answer) => ['answer', JSON.stringify(answer)]))).toEqual([]);
});

test('a page shows whoever it is for what it is about', () => {
  const { pages } = planted.form;
  expect([...pages.keys()].sort()).toEqual(['a', 'c', 'd', 'i', 'l', 's', 'w', 'x']);
  for (const [kind, page] of pages) if (kind !== 's') expect(found([[kind, page]]), kind).not.toEqual([]);
});

test.for([
  ['as it is', 'Zqm0001Wjx'],
  ['in other letters', 'ZQM0001WJX'],
  ['percent-encoded', '%5a%71%6d0001Wjx'],
  ['escaped in JSON', '{"a":"\\u005aqm0001\\u0057jx"}'],
  ['escaped twice', '"{\\"a\\":\\"\\\\u005aqm0001Wjx\\"}"'],
  ['in base64', Buffer.from('somebody is Zqm0001Wjx, says the post').toString('base64')],
  ['in base64 of addresses, after other bytes', `x${Buffer.from('somebody is Zqm0001Wjx').toString('base64url')}`],
  ['in hex', Buffer.from('somebody is Zqm0001Wjx').toString('hex')],
  ['parted by marks nobody sees', 'Zqm\u200b0001-Wjx'],
  ['full-width', 'Ｚｑｍ００01Ｗｊｘ'],
])('a marker is found %s', ([, text = '']) => {
  expect([...readings(text)].some((reading) => /zqm0001wjx/i.test(reading))).toBe(true);
});
