import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LIMITS } from '../../functions/rules/limits.ts';
import { POLICY } from '../../functions/rules/policy.ts';
import { post } from '../../local/demo/page-form.ts';
import { type PlayedDesk, playedDesk } from '../paths/played-desk.ts';
import { approveWith, askedCode, decided, formFor, waitingApproval } from './waiting-approval.ts';

let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
});
afterAll(() => desk.cloud.close());

const MINUTE = 60_000;
const { triesAtMost, validMinutes } = POLICY.code;
const wrongFor = (code: string, nth: number) => String((Number(code) + nth) % 1_000_000).padStart(6, '0');

test('twenty guesses at one instant are five tries; then the right code is void, and another decides', async () => {
  const { id, link } = await waitingApproval(desk);
  const { fields } = await formFor(link, 'approve');
  const code = await askedCode(desk, link);
  const guesses = Array.from({ length: 20 }, (_, nth) => wrongFor(code, nth + 1));
  const answers = await Promise.all(guesses.map((guess) => post(link, { ...fields, act: 'approve', code: guess })));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([400]));
  expect(await approveWith(link, code)).toBe(400);
  expect(decided(await desk.log.read(id))).toEqual([]);

  expect(await approveWith(link, await askedCode(desk, link))).toBe(303);
});

test('a code is good up to the last of its tries, and one wrong code costs no other', async () => {
  const { link } = await waitingApproval(desk);
  const code = await askedCode(desk, link);
  for (let nth = 1; nth < triesAtMost; nth++) expect(await approveWith(link, wrongFor(code, nth))).toBe(400);
  expect(await approveWith(link, code)).toBe(303);
});

test('a code ends after its minutes', async () => {
  const { id, link } = await waitingApproval(desk);
  const code = await askedCode(desk, link);
  await desk.cloud.advanceBy(validMinutes * MINUTE);
  expect(await approveWith(link, code)).toBe(400);
  expect(decided(await desk.log.read(id))).toEqual([]);
});

test('the code of one link opens no other, and a newer one takes the place of the older', async () => {
  const [one, other] = [await waitingApproval(desk), await waitingApproval(desk)];
  const [ofOne, ofOther] = [await askedCode(desk, one.link), await askedCode(desk, other.link)];
  if (ofOne !== ofOther) expect(await approveWith(other.link, ofOne)).toBe(400);
  await desk.cloud.advanceBy(61_000);
  const newer = await askedCode(desk, one.link);
  if (newer !== ofOne) expect(await approveWith(one.link, ofOne)).toBe(400);
  expect(await approveWith(one.link, newer)).toBe(303);
  expect(await approveWith(other.link, ofOther)).toBe(303);
});

test('whoever presses every button of a page is sent one code, and another only when the SMS cannot be on its way any more', async () => {
  const { link, phone } = await waitingApproval(desk);
  const { fields } = await formFor(link, 'approve');
  const sent = () => desk.cloud.sms.filter((one) => one.phone === phone).length;
  const before = sent();
  for (let nth = 0; nth < 12; nth++) expect((await post(link, { ...fields, act: 'code' })).status).toBe(303);
  expect(sent() - before).toBe(1);
  await desk.cloud.advanceBy(61_000);
  await post(link, { ...fields, act: 'code' });
  expect(sent() - before).toBe(2);
});

test('an SMS that could not be sent counts for nothing, and the code before it stays good', async () => {
  const { link, phone } = await waitingApproval(desk);
  const { fields } = await formFor(link, 'approve');
  const [, , atMost = 0] = LIMITS.rows.find(([, of]) => of === 'codes of a link') ?? [];
  const good = await askedCode(desk, link);
  for (let nth = 0; nth <= atMost; nth++) {
    await desk.cloud.advanceBy(61_000);
    desk.cloud.fail.nextSms(phone, new Error('the provider is down'));
    expect((await post(link, { ...fields, act: 'code' })).status).toBe(303);
    expect(await (await fetch(`${link}?lang=en`)).text()).toContain('The SMS could not be sent.');
  }
  expect(await approveWith(link, good)).toBe(303);
});

test('so many codes a day are sent for a link, then it says so, and the ticket shows it', async () => {
  const { id, link } = await waitingApproval(desk);
  const { fields } = await formFor(link, 'approve');
  const [, , atMost = 0] = LIMITS.rows.find(([, of]) => of === 'codes of a link') ?? [];
  const statuses: number[] = [];
  for (let nth = 0; nth <= atMost; nth++) {
    statuses.push((await post(link, { ...fields, act: 'code' })).status);
    await desk.cloud.advanceBy(61_000);
  }
  expect(statuses).toEqual([...Array(atMost).fill(303), 429]);
  const { decisions } = await desk.log.read(id);
  expect(decisions.flatMap(({ events }) => events).filter(({ type }) => type === 'CodesRefused')).toHaveLength(1);
});

test('no table and no log of a function holds a code', async () => {
  const { link } = await waitingApproval(desk);
  const code = await askedCode(desk, link);
  const { Items = [] } = await desk.db.send(new ScanCommand({ TableName: desk.tables.caseFiles }));
  const codes = Items.filter(({ pk }) => String(pk).startsWith('CODE#'));
  expect(codes.length).toBeGreaterThan(0);
  expect(JSON.stringify(codes.map(({ digest: _, nonce: __, pk: ___, ...rest }) => rest))).not.toContain(code);
  const lines = [...desk.cloud.logs.values()].flat().filter((line) => new RegExp(`(?<!\\d)${code}(?!\\d)`).test(line));
  expect(lines).toEqual([]);
});
