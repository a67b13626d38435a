import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startChromium } from '../../scripts/chromium.ts';
import { type PlayedDesk, playedDesk } from '../paths/played-desk.ts';
import { telephones } from './in-hand.ts';
import { codeFor, codesSent, isLinked, linkOf } from './links.ts';

let desk: PlayedDesk;
let browser: Browser;
const waiting: string[] = [];

/** A proposal for each test, and nobody who decides on it but the test. */
beforeAll(async () => {
  [desk, browser] = await Promise.all([playedDesk(), startChromium()]);
  const remedies = [['fee-waiver', '600.00']] as const;
  for (let i = 0; i < 9; i++) waiting.push(await desk.post({}, { remedies, ignores: 'axsd' }));
  for (const id of waiting) await desk.until(id, () => isLinked(desk, id, 'a'));
});
afterAll(() => Promise.all([desk.cloud.close(), browser.close()]));
const { inHand } = telephones(() => browser);

const nextProposal = () => waiting.shift() ?? '';
const levelOne = async (id: string) => (await desk.log.find(id)).tasks['r1-v1-a0'];

const ASK = 'Send me a code';
const CODE = 'Code from the SMS';
const APPROVE = 'Approve this proposal';

describe.for([
  ['scripts switched off', false],
  ['scripts switched on', true],
] as const)('with %s', ([, javaScriptEnabled]) => {
  test('a manager approves with four actions and one code: open, ask, type, approve', async () => {
    const [id, before] = [nextProposal(), codesSent(desk)];
    const link = linkOf(desk, id, 'a');
    const hand = await inHand({ javaScriptEnabled });
    await hand.open(link);
    await hand.tap(ASK);
    await hand.type(CODE, codeFor(desk, link));
    await hand.tap(APPROVE);

    expect(hand.did).toEqual(['open', `tap ${ASK}`, `type ${CODE}`, `tap ${APPROVE}`]);
    expect(codesSent(desk) - before).toBe(1);
    expect(await levelOne(id)).toMatchObject({ closed: { outcome: 'approved' } });
    expect(await hand.reads()).toContain('Confirmed by a code sent to their telephone');
  });
});

test('a wrong code costs a try, and no second code', async () => {
  const [id, before] = [nextProposal(), codesSent(desk)];
  const link = linkOf(desk, id, 'a');
  const hand = await inHand();
  await hand.open(link);
  await hand.tap(ASK);
  const code = codeFor(desk, link);
  await hand.type(
    CODE,
    code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)),
  );
  await hand.tap(APPROVE);
  expect(await hand.reads()).toContain('Wrong code. 4 tries left.');
  expect((await levelOne(id))?.closed).toBeUndefined();
  await hand.type(CODE, code);
  await hand.tap(APPROVE);
  expect((await levelOne(id))?.closed?.outcome).toBe('approved');
  expect(codesSent(desk) - before).toBe(1);
});

test('what a manager wrote before they asked for the code is still there, and is what the department reads', async () => {
  const id = nextProposal();
  const link = linkOf(desk, id, 'a');
  const reason = 'The promise is on the recording.\nPlease quote it, “word for word”. 请附录音文字。';
  const hand = await inHand();
  await hand.open(link);
  await hand.unfold('Not convinced? Return it');
  await hand.type('Your reasons', reason);
  await hand.tap(ASK, 'form:has(#reason)');
  expect(await hand.page.getByLabel('Your reasons').inputValue()).toBe(reason);
  await hand.type(CODE, codeFor(desk, link), 'form:has(#reason)');
  await hand.tap('Return it');
  expect(await levelOne(id)).toMatchObject({ closed: { outcome: 'Returned' } });
  expect(await hand.reads()).toContain('请附录音文字。');
});

test('a manager gives the decision to a colleague, and then only looks', async () => {
  const id = nextProposal();
  const link = linkOf(desk, id, 'a');
  const person = (await levelOne(id))?.person;
  const hand = await inHand();
  await hand.open(link);
  await hand.unfold('Cannot do it yourself?');
  await hand.choose('To', { index: 1 });
  await hand.tap(ASK, 'form:has(#colleague)');
  await hand.type(CODE, codeFor(desk, link), 'form:has(#colleague)');
  await hand.tap('Give it away');
  expect((await levelOne(id))?.person).not.toBe(person);
  expect(await hand.reads()).toContain('You can still look at it, and do nothing more here.');
  expect(await hand.page.locator('form').count()).toBe(0);
});

test('with a keyboard alone: nothing but Tab, Enter and the code', async () => {
  const id = nextProposal();
  const link = linkOf(desk, id, 'a');
  const hand = await inHand({ hasTouch: false, isMobile: false });
  const { keyboard } = hand.page;
  const reached = async (selector: string) => {
    for (let presses = 0; presses < 40; presses++) {
      await keyboard.press('Tab');
      if ((await hand.page.locator(`${selector}:focus-visible`).count()) > 0) return;
    }
    throw new Error(`Tab never reaches ${selector}`);
  };
  await hand.open(link);
  await reached('button[value=code]');
  await Promise.all([hand.page.waitForEvent('load'), keyboard.press('Enter')]);
  await reached('#code-approve');
  await keyboard.type(codeFor(desk, link));
  // Enter in the field is the button after it, and that one decides.
  await Promise.all([hand.page.waitForEvent('load'), keyboard.press('Enter')]);
  expect((await levelOne(id))?.closed?.outcome).toBe('approved');
});

test('the field of the code is one that a telephone fills in from the SMS, with digits to type, in sight at once', async () => {
  const id = nextProposal();
  const link = linkOf(desk, id, 'a');
  const hand = await inHand();
  await hand.open(link);
  await hand.tap(ASK);
  const field = hand.page.getByLabel(CODE).filter({ visible: true });
  expect(await field.count()).toBe(1);
  for (const [name, value] of [
    ['autocomplete', 'one-time-code'],
    ['inputmode', 'numeric'],
  ] as const)
    expect(await field.getAttribute(name)).toBe(value);
  const [box, button] = [
    await field.boundingBox(),
    await hand.page.getByRole('button', { name: APPROVE }).boundingBox(),
  ];
  for (const part of [box, button]) {
    expect(part?.y).toBeGreaterThanOrEqual(0);
    expect((part?.y ?? Number.NaN) + (part?.height ?? 0)).toBeLessThanOrEqual(844);
  }
  expect(button?.height).toBeGreaterThanOrEqual(48);
});

test('the way down to the decision is under the thumb as soon as the page is open, and gone once it is there', async () => {
  const link = linkOf(desk, waiting[0] ?? '', 'a');
  const hand = await inHand();
  await hand.open(link);
  const way = hand.page.getByRole('link', { name: 'To the decision' });
  const place = await way.boundingBox();
  if (!place) throw new Error('there is no way down');
  expect(place.y + place.height).toBeGreaterThan(780);
  expect(place.y + place.height).toBeLessThanOrEqual(844);

  // Where it leads: the driver cannot follow a link within a sandboxed page without the browser's complaint.
  const there = await inHand();
  await there.open(`${link}${await way.getAttribute('href')}`);
  const { y = 0, height = 0 } = (await there.page.locator('#form-approve').boundingBox()) ?? {};
  expect(y).toBeGreaterThanOrEqual(0);
  expect(y + height).toBeLessThanOrEqual(844);
  // What lies where the way was is the form itself.
  const covered =
    'document.elementFromPoint(195, document.querySelector(".jump a").getBoundingClientRect().y + 20).closest("form")?.id';
  expect(await there.page.evaluate(covered)).toBe('form-approve');
});
