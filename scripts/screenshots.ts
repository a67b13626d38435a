import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { openDesk } from '../local/demo/desk.ts';
import { type Behaviour, people } from '../local/demo/people.ts';
import { startChromium } from './chromium.ts';

/**
 * Pictures of every page as a phone shows it, taken from a running desk: `node scripts/screenshots.ts --to DIR`.
 * Each link is photographed as it arrives, before its person answers, and once more afterwards.
 */
const { values } = parseArgs({
  options: {
    to: { type: 'string' },
    dark: { type: 'boolean' },
  },
});
const { to } = values;
if (!to) throw new Error('say where the pictures go: --to DIR');
mkdirSync(to, { recursive: true });

const DAY = 24 * 3_600_000;

/** Complaints that between them lead to every kind of page. */
type Complaint = Behaviour & { narrative: string; locale: string; kind?: string; demands?: string[] } & Readonly<{
    preferredWay?: string;
    /** Nobody does the work: it is late, climbs, and asks for longer time. */
    isUnwanted?: boolean;
  }>;
const COMPLAINTS: readonly Complaint[] = [
  {
    narrative:
      '11月3日在商户“海边书店”刷卡一次，账单上却出现两笔 420.50 元，是重复扣款。客服两次答应退款，至今未到账。',
    locale: 'zh-Hans',
    demands: ['退还重复扣款 420.50 元', '说明原因'],
    remedies: [['account-adjustment', '420.50']],
    returnOnce: '请补充商户重传的报文。',
    rating: 2,
    appeal: '没有说明为何拖延两周。',
  },
  {
    narrative: 'The agent on the hotline was rude to me twice and hung up when I asked for a supervisor.',
    locale: 'en',
    demands: ['An apology'],
    remedies: [['apology', '']],
  },
  { narrative: '希望账单可以按商户分类显示。', locale: 'zh-Hans', kind: 'suggestion' },
  { narrative: 'Zyx wvu tsr.', locale: 'en', routeTo: 'customer-service' },
  {
    narrative: '还款后仍被收取利息，请核对并退还。',
    locale: 'zh-Hans',
    demands: ['退还利息'],
    preferredWay: 'phone',
    remedies: [['account-adjustment', '86.40']],
  },
  {
    narrative: 'Interest was charged on an amount I had paid.',
    locale: 'en',
    demands: ['Refund it'],
    isUnwanted: true,
  },
];

const desk = await openDesk({ startAt: new Date('2026-11-22T01:00:00.000Z') });
const browser = await startChromium();
const asPerson = people(() => desk.cloud.sms);
const behaviours = new Map<string, Behaviour & Pick<Complaint, 'isUnwanted'>>();

for (const [
  i,
  { narrative, locale, kind = 'complaint', demands = [], preferredWay = 'sms', ...behaviour },
] of COMPLAINTS.entries()) {
  const card = { tier: 'gold', lastFour: '4242' };
  const complainant = { name: locale === 'en' ? 'Sample Customer' : '样例客户', phone: `+861390000000${i}` };
  const identity = { method: 'app login', level: 'strong', checkedAt: desk.cloud.now().toISOString() };
  const body = {
    version: 1,
    channel: 'app',
    channelReference: `S-${i}`,
    kind,
    narrative,
    demands,
    locale,
    preferredWay,
  };
  const { answer } = await desk.channel.post('app', JSON.stringify({ ...body, card, complainant, identity }));
  behaviours.set(String(answer.ticket), behaviour);
}

const seen = new Set<string>();
for (let quiet = 0; quiet < 12; ) {
  await desk.cloud.advanceBy(DAY / 4);
  const fresh = desk.cloud.sms.filter(({ text }) => !seen.has(text));
  quiet = fresh.length === 0 ? quiet + 1 : 0;
  for (const { text } of fresh) {
    seen.add(text);
    const link = /https?:\/\/\S+/.exec(text)?.[0];
    const ticket = [...behaviours.keys()].find((id) => text.includes(id));
    if (link && ticket) await photographed(browser, link, ticket);
  }
  await answerCoreBanking();
}
await browser.close();
await desk.cloud.close();

async function photographed(browser: Browser, link: string, ticket: string): Promise<void> {
  const name = `${new URL(link).pathname[1]}-${seen.size}`;
  await picture(browser, link, `${to}/${name}.png`);
  const { isUnwanted, ...behaviour } = behaviours.get(ticket) ?? {};
  const kind = name.charAt(0);
  if (kind === 'p' || kind === 'i' || (isUnwanted && kind === 'w')) return;
  await asPerson(link, ticket, behaviour);
  await picture(browser, link, `${to}/${name}-after.png`);
}

async function picture(browser: Browser, link: string, path: string): Promise<void> {
  const viewport = { width: 390, height: 844 };
  const colorScheme = values.dark ? 'dark' : 'light';
  const tab = await browser.newPage({ viewport, colorScheme, javaScriptEnabled: false });
  await tab.goto(link);
  await tab.screenshot({ path, fullPage: true });
  await tab.close();
}

/** Core banking does what it is told. */
async function answerCoreBanking(): Promise<void> {
  for (const { event } of desk.cloud.busEvents) {
    if (event['detail-type'] !== 'CommandOrdered' || seen.has(event.id)) continue;
    seen.add(event.id);
    const { ticket, command } = event.detail as { ticket: string; command: string };
    await desk.putEvent('core-banking', 'CommandCarriedOut', { ticket, command });
  }
}
