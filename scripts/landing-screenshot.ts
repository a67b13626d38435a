import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { type Behaviour, people } from '../local/demo/people.ts';
import { openLanding } from '../local/landing/open-landing.ts';
import { startChromium } from './chromium.ts';

/**
 * docs/start.png, from the page that `npm start` shows: `npm run --silent synth && node scripts/landing-screenshot.ts`.
 * `--all DIR` also writes every page there, as a desk and as a phone shows it, in light and in dark.
 */
const { values } = parseArgs({
  options: {
    to: { type: 'string', default: 'docs/start.png' },
    all: { type: 'string' },
    // Links in messages show it.
    'cloud-port': { type: 'string', default: '4566' },
  },
});

const HOUR = 3_600_000;

/** Which samples are posted, an hour apart, and how far their people take them. */
const POSTED: readonly Readonly<{ sample: string; pages: number; behaviour?: Behaviour }>[] = [
  { sample: 'annual-fee', pages: 9, behaviour: { remedies: [['fee-waiver', '600.00']] } },
  { sample: 'suggestion', pages: 1, behaviour: { answer: '谢谢您的建议，我们已转交产品团队评估。' } },
  { sample: 'platinum', pages: 2, behaviour: { remedies: [['account-adjustment', '86000.00']] } },
  { sample: 'rude-agent', pages: 0 },
  { sample: 'points', pages: 0 },
  { sample: 'unclear', pages: 0 },
  { sample: 'duplicate-charge', pages: 1, behaviour: { remedies: [['account-adjustment', '420.50']] } },
  { sample: 'stolen-card', pages: 0 },
];

const landing = await openLanding({
  port: 0,
  cloudPort: Number(values['cloud-port']),
  time: 'virtual',
  startAt: new Date('2026-03-02T01:00:00Z'),
});
const browser = await startChromium();
const asPerson = people(() => landing.desk.cloud.sms);
const { cloud } = landing.desk;

const page = await browser.newPage({ viewport: { width: 1440, height: 1000 }, deviceScaleFactor: 1 });
for (const { sample, pages, behaviour = {} } of POSTED) {
  await page.goto(`${landing.url}/post?sample=${sample}`);
  await page.getByRole('button', { name: 'Sign and post' }).click();
  const ticket = (await page.locator('a.go').innerText()).replace('Follow ticket ', '');
  await cloud.advanceBy(HOUR);
  await play(ticket, pages, behaviour);
}
await page.goto(landing.url);
await page.getByRole('button', { name: '+10 min' }).click();
await page.screenshot({ path: values.to });
if (values.all) await everyPage(values.all);
await browser.close();
await landing.close();

/** The people of a ticket open the links that came, one after the other. */
async function play(ticket: string, pages: number, behaviour: Behaviour): Promise<void> {
  const opened = new Set<string>();
  for (let turn = 0; turn < pages; turn++) {
    const links = cloud.sms.flatMap(({ text }) => (text.includes(ticket) ? (/https?:\S+/.exec(text) ?? []) : []));
    const link = links.find((one) => !opened.has(one) && !one.includes('/l/'));
    if (!link) return;
    opened.add(link);
    await asPerson(link, ticket, behaviour);
    await cloud.advanceBy(HOUR / 4);
  }
}

async function everyPage(directory: string): Promise<void> {
  mkdirSync(directory, { recursive: true });
  const tickets = await linksOf('.ticket-line .cover');
  const [phone = '/'] = await linksOf('.phone .who');
  const pages = ['/', '/post?sample=stolen-card', '/queues', '/health', phone, ...tickets.slice(0, 8)];
  for (const [shape, width, colorScheme] of [
    ['desk', 1440, 'light'],
    ['phone', 390, 'light'],
    ['dark', 1440, 'dark'],
  ] as const) {
    const tab = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    for (const [i, path] of pages.entries()) {
      await tab.goto(new URL(path, landing.url).href);
      await tab.screenshot({ path: join(directory, `${shape}-${i}.png`), fullPage: true });
      await told(tab, path);
    }
    await tab.close();
  }
}

async function linksOf(selector: string): Promise<string[]> {
  await page.goto(landing.url);
  return page.locator(selector).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '/'));
}

/** A page that is wider than its window is a fault of the page. */
async function told(tab: Page, path: string): Promise<void> {
  const over = await tab.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  if (Number(over) > 0) process.stderr.write(`${path} is ${over} px too wide\n`);
}
