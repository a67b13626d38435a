import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startChromium } from '../../scripts/chromium.ts';
import { type PlayedDesk, playedDesk } from '../paths/played-desk.ts';
import { everyPage, type Sample } from './every-page.ts';
import { type Hand, phone } from './phone.ts';

/** What a page of every kind has to be. The names are those of the samples, so that each has a line of its own. */
const PAGES = [
  ...[
    'work',
    'answer',
    'returned work',
    'approval',
    'extension',
    'extension notice',
    'route',
    'parked',
    'whole ticket',
  ],
  ...['call', 'plan', 'survey', 'letter', 'proof', 'error'],
];

let desk: PlayedDesk;
let browser: Browser;
let samples: readonly Sample[];
/** Where the same markup is looked at by a script: on a page of ours not even a timer of one runs. */
let copies: Hand;

beforeAll(async () => {
  [desk, browser] = await Promise.all([playedDesk(), startChromium()]);
  [samples, copies] = await Promise.all([everyPage(desk), phone(browser, { javaScriptEnabled: true })]);
});
afterAll(() => Promise.all([desk.cloud.close(), browser.close()]));

const linkTo = (name: string): string =>
  name === 'error'
    ? `${desk.cloud.url}/a/${'x'.repeat(22)}?lang=en`
    : (samples.find((one) => one.name === name)?.link ?? '');

/** What is folded away is looked at as well. */
const UNFOLD = 'document.querySelectorAll("details").forEach((one) => { one.open = true })';
const TOO_WIDE = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
const TOO_SMALL = `[...document.querySelectorAll('button, input:not([type=hidden]), select, textarea, summary')]
  .filter((one) => (one.closest('label') ?? one).getBoundingClientRect().height < 44)
  .map(({ outerHTML }) => outerHTML)`;
const AXE = `axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, impact, nodes }) => [impact, id, nodes[0].html].join(': ')))`;

describe.for(PAGES)('%s', (name) => {
  let hand: Hand;
  beforeAll(async () => {
    hand = await phone(browser);
    const answer = await hand.page.goto(linkTo(name));
    expect(answer?.status()).toBe(name === 'error' ? 404 : 200);
    await hand.page.evaluate(UNFOLD);
  });
  afterAll(() => hand.close());

  test.for([
    [320, '100%', 'on the smallest telephone'],
    [390, '200%', 'with letters twice as large'],
    [390, '100%', 'on a telephone'],
  ] as const)('at %i px and %s, nothing is too wide %s', async ([width, letters]) => {
    await hand.page.setViewportSize({ width, height: 844 });
    await hand.page.evaluate(`document.documentElement.style.fontSize = '${letters}'`);
    expect(await hand.page.evaluate(TOO_WIDE)).toBe(0);
  });

  test.for(['light', 'dark'] as const)(
    'in %s colours it keeps nobody out, whatever they see, hear or press with',
    async (colorScheme) => {
      const { page } = copies;
      await page.emulateMedia({ colorScheme });
      await page.setContent(await hand.page.content());
      await page.evaluate(axe.source);
      expect(await page.evaluate(AXE)).toEqual([]);
    },
  );

  test('it says what it is, in its language, and whatever is pressed is large enough for a thumb', async () => {
    const { page } = hand;
    expect(await page.title()).toContain(await page.locator('h1').innerText());
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.evaluate(TOO_SMALL)).toEqual([]);
  });

  test('its browser complains of nothing', () => expect(hand.complaints).toEqual([]));
});
