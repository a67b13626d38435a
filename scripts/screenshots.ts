import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { openDesk } from '../local/demo/desk.ts';
import { type Behaviour, people } from '../local/demo/people.ts';
import { newestCode } from '../local/demo/with-code.ts';
import { startChromium } from './chromium.ts';

/**
 * docs/pages: what a telephone shows of the pages that people decide, work and answer on. The same words, times and tickets
 * in every run: `npm run --silent synth && node scripts/screenshots.ts`. Chinese needs a font for it, such as Debian's
 * `fonts-noto-cjk`. `--dark`: as a telephone shows them at night.
 */
const { values } = parseArgs({
  options: { to: { type: 'string', default: 'docs/pages' }, dark: { type: 'boolean' } },
});
const { to } = values;
mkdirSync(to, { recursive: true });

const HOUR = 3_600_000;
/** Not the one that came: that is another one in every run. */
const SHOWN_CODE = '246810';

const desk = await openDesk({ startAt: new Date('2026-03-02T01:00:00.000Z') });
const browser = await startChromium();
const context = await browser.newContext({
  ...{ viewport: { width: 390, height: 844 }, deviceScaleFactor: 1.5, hasTouch: true, isMobile: true },
  ...{ javaScriptEnabled: false, colorScheme: values.dark ? 'dark' : 'light' },
});
const asPerson = people(() => desk.cloud.sms);

const charged = {
  narrative: '11月3日在商户“海边书店”刷卡一次，账单上却出现两笔 420.50 元，是重复扣款。客服两次答应退款，至今未到账。',
  demands: ['退还重复扣款 420.50 元', '说明原因'],
};
const fee = {
  narrative: 'The annual fee of 600 yuan was charged although the agent promised me a waiver in January.',
  demands: ['Refund the annual fee of 600 yuan', 'Tell me why it was charged'],
};
const found: Behaviour = {
  facts:
    'The call of 12 January is on record: the agent promised to waive the fee for this year and did not file the waiver.',
  reason: 'The promise is on the recording, and the bank keeps it.',
  citation: 'Card agreement, section 4.2: promises made on recorded lines',
  remedies: [['fee-waiver', '600.00']],
  rating: null,
};

const foundInChinese: Behaviour = {
  facts: '收单机构确认同一笔交易报送两次，参考号相同。',
  reason: '第二笔属重复入账，应由本行退还。',
  citation: '信用卡领用合约第 6.3 条：差错账务的更正',
  remedies: [['account-adjustment', '420.50']],
};

const english = await post(fee, 'en');
await pictureOf(english, 'w', 'work');
await act(english, 'w', found);

await pictureOf(english, 'a', 'approve');
await inPage(english, 'a', async (page, link) => {
  await press(page, 'form:has([value=approve])', 'Send me a code');
  await page.locator('#code-approve').fill(SHOWN_CODE);
  await shot(page, 'approve-code');
  await page.locator('#code-approve').fill(newestCode(desk.cloud.sms, link));
  await press(page, 'form:has([value=approve])', 'Approve this proposal');
  await shot(page, 'approve-done');
});
await desk.cloud.settle();
await inPage(english, 'a', async (page) => {
  await page.locator('summary', { hasText: 'Return it' }).tap();
  await page
    .getByLabel('Your reasons')
    .fill('The recording says “this year and every year”. Please ask the customer which it was.');
  await press(page, 'form:has(#reason)', 'Send me a code');
  await shot(page, 'return');
});
await act(english, 'a', {});
await until(english, 'l');
await pictureOf(english, 'l', 'letter');
await until(english, 's');
await inPage(english, 's', async (page) => {
  await page.locator('label.choice', { hasText: '2 ·' }).tap();
  await shot(page, 'survey');
});
await picture(`${desk.cloud.url}/a/${'A'.repeat(22)}?lang=en`, 'refused');

const chinese = await post(charged, 'zh-Hans');
for (const link of linksOf(chinese, 'w')) await asPerson(link, chinese, foundInChinese);
await desk.cloud.settle();
await pictureOf(chinese, 'a', 'approve-zh');

await browser.close();
await desk.cloud.close();

async function post(over: object, locale: string): Promise<string> {
  const card = { tier: 'gold', lastFour: '4242', account: `ACCT-SAMPLE-${locale}` };
  const complainant = { name: locale === 'en' ? 'Sample Customer' : '样例客户', phone: '+8613900000001' };
  const identity = { method: 'app login', level: 'strong', checkedAt: desk.cloud.now().toISOString() };
  const body = { version: 1, channel: 'app', channelReference: `S-${locale}`, ...over, locale };
  const { answer } = await desk.channel.post('app', JSON.stringify({ ...body, card, complainant, identity }));
  await desk.cloud.settle();
  return String(answer.ticket);
}

/** The links of a kind that came about a ticket, each in the language of its complaint. */
function linksOf(ticket: string, kind: string): string[] {
  const link = new RegExp(`http:\\S+/${kind}/[\\w-]{22}`);
  const found = desk.cloud.sms.flatMap(({ text }) => (text.includes(ticket) ? (link.exec(text) ?? []) : []));
  return found.map((one) => `${one}?lang=${ticket === english ? 'en' : 'zh-Hans'}`);
}

function linkOf(ticket: string, kind: string): string {
  return linksOf(ticket, kind).at(-1) ?? '';
}

async function act(ticket: string, kind: string, behaviour: Behaviour): Promise<void> {
  await asPerson(linkOf(ticket, kind), ticket, behaviour);
  await desk.cloud.settle();
}

/** Core banking does what it is told, and hours pass. */
async function until(ticket: string, kind: string): Promise<void> {
  const done = new Set<string>();
  for (let hours = 0; hours < 72 && !linkOf(ticket, kind); hours++) {
    for (const { event } of desk.cloud.busEvents.filter(({ event }) => event['detail-type'] === 'CommandOrdered')) {
      if (done.has(event.id)) continue;
      done.add(event.id);
      const { ticket, command } = event.detail as { ticket: string; command: string };
      await desk.putEvent('core-banking', 'CommandCarriedOut', { ticket, command });
    }
    await desk.cloud.advanceBy(HOUR);
  }
}

async function inPage(ticket: string, kind: string, work: (page: Page, link: string) => Promise<void>): Promise<void> {
  const page = await context.newPage();
  const link = linkOf(ticket, kind);
  await page.goto(link);
  await work(page, link);
  await page.close();
}

async function press(page: Page, form: string, name: string): Promise<void> {
  const button = page.locator(form).getByRole('button', { name, exact: true });
  await Promise.all([page.waitForEvent('load'), button.tap()]);
}

async function shot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(to, `${name}.png`) });
}

function pictureOf(ticket: string, kind: string, name: string): Promise<void> {
  return picture(linkOf(ticket, kind), name);
}

async function picture(link: string, name: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(link);
  await shot(page, name);
  await page.close();
}
