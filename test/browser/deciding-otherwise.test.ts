import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startChromium } from '../../scripts/chromium.ts';
import { type PlayedDesk, playedDesk } from '../paths/played-desk.ts';
import { telephones } from './in-hand.ts';
import { codeFor, codesSent, isLinked, linkOf } from './links.ts';

let desk: PlayedDesk;
let browser: Browser;

beforeAll(async () => {
  [desk, browser] = await Promise.all([playedDesk(), startChromium()]);
});
afterAll(() => Promise.all([desk.cloud.close(), browser.close()]));
const { opened } = telephones(() => browser);

const ASK = 'Send me a code';
const CODE = 'Code from the SMS';
const waive = [['fee-waiver', '600.00']] as const;

/** A ticket that waits behind a link of a kind, with nobody at it. */
async function waiting(kind: string, world: object = {}): Promise<Readonly<{ id: string; link: string }>> {
  const id = await desk.post({}, { ignores: `${kind}sd`, ...world });
  await desk.until(id, () => isLinked(desk, id, kind), 20);
  return { id, link: linkOf(desk, id, kind) };
}
const proposal = () => waiting('a', { remedies: waive });

describe('more time', () => {
  test('the head agrees with four actions and one code, and the page says that the cardholder is being told', async () => {
    const { id, link } = await waiting('x', { ignores: 'wxsd' });
    const before = codesSent(desk);
    const hand = await opened(link);
    await hand.tap(ASK);
    await hand.type(CODE, codeFor(desk, link));
    await hand.tap('Agree to the new date');
    expect(hand.did).toHaveLength(4);
    expect(codesSent(desk) - before).toBe(1);
    expect(await hand.reads()).toContain('Confirmed by a code sent to their telephone');
    // Only once the cardholder was told, in their hours, does the date move.
    const told = await desk.until(id, ({ clocks }) => clocks.decide?.extended === 1, 1);
    expect(
      Object.values(told.messages).some(({ purpose, state }) => purpose === 'extension-notice' && state === 'sent'),
    ).toBe(true);
  });

  test('the head refuses with reasons, and the date stands', async () => {
    const { id, link } = await waiting('x', { ignores: 'wxsd' });
    const due = (await desk.log.find(id)).clocks.decide?.dueAt;
    const hand = await opened(link);
    await hand.unfold('Do not agree');
    await hand.type('Your reasons', 'Nothing was done for ten days.');
    await hand.tap(ASK, 'form:has(#reason)');
    await hand.type(CODE, codeFor(desk, link), 'form:has(#reason)');
    await hand.tap('Refuse');
    expect(await hand.reads()).toContain('Nothing was done for ten days.');
    expect((await desk.log.find(id)).clocks.decide?.dueAt).toBe(due);
  });
});

test('findings that cost much ask for one code, and nothing that was filled in is lost on the way', async () => {
  const { id, link } = await waiting('w');
  const before = codesSent(desk);
  const hand = await opened(link);
  const { page } = hand;
  await page.locator('[name=facts]').fill('The waiver was promised on the recording.');
  await page.locator('[name="evidence.0.kind"]').selectOption('call-recording');
  await page.locator('[name="evidence.0.reference"]').fill('REC-1');
  await page.locator('[name=liability]').selectOption('bank');
  await page.locator('[name="basis.0.kind"]').selectOption('contract');
  await page.locator('[name="basis.0.citation"]').fill('Terms, 4');
  await hand.pick('Accepted');
  await page.locator('[name="answers.0.reason"]').fill('It was promised.');
  await page.locator('[name="remedies.0.kind"]').selectOption('fee-waiver');
  await page.locator('[name="remedies.0.amount"]').fill('6000.00');
  await page.locator('[name=rootCause]').selectOption('staff');
  await hand.tap('File findings');
  expect((await desk.log.find(id)).proposals).toEqual([]);
  await hand.tap(ASK, 'form:has(#facts)');
  expect(await page.locator('[name="remedies.0.amount"]').inputValue()).toBe('6000.00');
  await hand.type(CODE, codeFor(desk, link), 'form:has(#facts)');
  await hand.tap('File findings');
  await desk.cloud.settle();
  expect((await desk.log.find(id)).proposals).toMatchObject([{ totalMinor: 600_000 }]);
  expect(codesSent(desk) - before).toBe(1);
  expect(await hand.reads()).toContain('Confirmed by a code sent to their telephone');
});

describe('a page that refuses says why, and what to do', () => {
  test('a link whose time has passed', async () => {
    const { link } = await proposal();
    const token = new URL(link).pathname;
    await desk.cloud.advanceBy(60 * 86_400_000);
    const hand = await opened(`${desk.cloud.url}${token}?lang=en`);
    expect(await hand.reads()).toContain('This link is not valid, or has expired');
    expect(await hand.page.locator('form').count()).toBe(0);
  });

  test('a task that was closed while its page lay open: what was written is there to copy', async () => {
    const { id, link } = await proposal();
    const [late, first] = [await opened(link), await opened(link)];
    const reason = 'The recording says otherwise. Please listen to it.';
    await late.unfold('Not convinced? Return it');
    await late.type('Your reasons', reason);
    await late.tap(ASK, 'form:has(#reason)');
    await first.tap(ASK);
    await first.type(CODE, codeFor(desk, link));
    await first.tap('Approve this proposal');
    await late.type(CODE, codeFor(desk, link), 'form:has(#reason)');
    await late.tap('Return it');
    expect(await late.reads()).toContain('This task is already closed');
    expect(await late.reads()).toContain(reason);
    await Promise.all([
      late.page.waitForEvent('load'),
      late.page.getByRole('link', { name: 'Back to the page' }).tap(),
    ]);
    expect(await late.reads()).toContain('This task is approved');
    expect((await desk.log.find(id)).tasks['r1-v1-a0']?.closed?.outcome).toBe('approved');
  });

  test('a button that is pressed in two windows: the second shows what the first did', async () => {
    const { id, link } = await proposal();
    const hands = [await opened(link), await opened(link)];
    for (const hand of hands) await hand.tap(ASK);
    for (const hand of hands) await hand.type(CODE, codeFor(desk, link));
    for (const hand of hands) await hand.tap('Approve this proposal');
    for (const hand of hands) expect(await hand.reads()).toContain('This task is approved');
    const approvals = (await desk.log.find(id)).decisions.flatMap(({ events }) => events);
    expect(approvals.filter(({ type }) => type === 'Approved')).toHaveLength(1);
  });

  test('more codes than a day allows: the page names the ways that are left', async () => {
    const { link } = await proposal();
    const hand = await opened(link);
    await hand.tap(ASK);
    for (let i = 0; i < 5; i++) {
      await desk.cloud.advanceBy(61_000);
      await hand.tap('Send another code');
    }
    expect(await hand.reads()).toContain('No more codes by this link today');
    expect(await hand.reads()).toMatch(/You can ask again in \d+ hours?\./);
    await Promise.all([
      hand.page.waitForEvent('load'),
      hand.page.getByRole('link', { name: 'Back to the page' }).tap(),
    ]);
    // The newest of them still decides.
    await hand.type(CODE, codeFor(desk, link));
    await hand.tap('Approve this proposal');
    expect(await hand.reads()).toContain('This task is approved');
  });
});
