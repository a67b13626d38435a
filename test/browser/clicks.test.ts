import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startChromium } from '../../scripts/chromium.ts';
import { type PlayedDesk, playedDesk } from '../paths/played-desk.ts';
import { type StaffPageName, staffPages } from '../paths/staff-pages.ts';
import { codeFor, codesSent } from './links.ts';
import { type Hand, phone } from './phone.ts';

let desk: PlayedDesk;
let browser: Browser;
beforeAll(async () => {
  [desk, browser] = await Promise.all([playedDesk(), startChromium()]);
});
afterAll(() => Promise.all([desk.cloud.close(), browser.close()]));

const ASK = 'Send me a code';
const CODE = 'Code from the SMS';

/** Acts of staff: how each is filled in, its form, and its button. */
const ACTS: readonly (readonly [StaffPageName, form: string, button: string, fill: (hand: Hand) => Promise<void>])[] = [
  [
    'work',
    'transfer',
    'Transfer',
    async (hand) => {
      await hand.unfold('Not your department');
      await hand.choose('To department', { index: 1 });
      await hand.type('Why', 'It is about the app.');
    },
  ],
  ['answer', 'answer', 'Send the answer', (hand) => hand.type('Your answer', 'Thank you. It is on its way.')],
  [
    'route',
    'route',
    'Route it',
    async (hand) => {
      for (const label of ['Category', 'Severity', 'Lead department']) await hand.choose(label, { index: 1 });
    },
  ],
  ['call', 'call', 'File the call', (hand) => hand.pick('Nobody answered')],
];

/** What stands in the form of an act: what was written and chosen, and how much is ticked. */
async function writtenIn({ page }: Hand, act: string): Promise<unknown[]> {
  const form = page.locator(`form:has([name=for][value=${act}])`);
  const fields = await form.locator('select, textarea').all();
  const texts = await Promise.all(fields.map((field) => field.inputValue()));
  return [...texts, await form.locator('input:checked').count()];
}

test.for(ACTS)(
  'on the page %s, to %s takes a code and two actions more: ask, and type',
  async ([name, act, button, fill]) => {
    const { link } = await staffPages(desk)[name]();
    const before = codesSent(desk);
    const hand = await phone(browser);
    await hand.open(link);
    await fill(hand);
    const filled = [...hand.did];
    const written = await writtenIn(hand, act);
    await hand.tap(ASK, `#form-${act}`);
    expect(await writtenIn(hand, act)).toEqual(written);
    expect(written.some(Boolean)).toBe(true);
    const { y = -1, height = 0 } = (await hand.page.locator(`#code-${act}`).boundingBox()) ?? {};
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y + height).toBeLessThanOrEqual(844);
    await hand.type(CODE, codeFor(desk, link));
    await hand.tap(button);

    expect(hand.did).toEqual([...filled, `tap ${ASK}`, `type ${CODE}`, `tap ${button}`]);
    expect(codesSent(desk) - before).toBe(1);
    expect(await hand.reads()).toContain('Confirmed by a code sent to their telephone');
    await hand.close();
  },
);
