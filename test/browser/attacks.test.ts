import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GUARD } from '../../functions/adapters/form-guard.ts';
import { guardIn } from '../../local/demo/page-form.ts';
import { startChromium } from '../../scripts/chromium.ts';
import { type PlayedDesk, playedDesk } from '../paths/played-desk.ts';
import { codesSent, isLinked, linkOf } from './links.ts';
import { complaintsOf, phone } from './phone.ts';

const NAUGHTY = new URL('../../../shared/data/blns.json', import.meta.url);
const PLANTED = [
  '<script>document.title = "planted"; alert(1)</script>',
  '<img src=x onerror="document.title = \'planted\'; alert(2)">',
  '"><svg onload=alert(3)>',
  '<a href="javascript:alert(4)">here</a>',
  '</p></section></form><form method="post" action="https://evil.example"><button>Approve this proposal</button></form>',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<style>body{display:none}</style>',
  '\u202e99999 NEUF \u2066\u2067\u200f مبلغ \u202d',
];
const STRINGS: readonly string[] = existsSync(NAUGHTY) ? JSON.parse(readFileSync(NAUGHTY, 'utf8')) : [];

let desk: PlayedDesk;
let browser: Browser;
let id: string;
let link: string;
/** Another site, on another port of this machine. */
let site: Server;
let evil: string;
let served = '';
const heard: Readonly<Record<string, unknown>>[] = [];

beforeAll(async () => {
  [desk, browser] = await Promise.all([playedDesk(), startChromium()]);
  const narrative = [...PLANTED, ...STRINGS].join('\n').slice(0, 16_000);
  const remedies = [['fee-waiver', '600.00']] as const;
  id = await desk.post({ narrative, demands: PLANTED }, { remedies, facts: PLANTED.join('\n'), ignores: 'axd' });
  await desk.until(id, () => isLinked(desk, id, 'a'));
  link = linkOf(desk, id, 'a');
  site = createServer(({ headers, url }, response) => {
    heard.push({ url, ...headers });
    response.setHeader('content-type', 'text/html').end(served);
  }).listen(0, 'localhost');
  await once(site, 'listening');
  evil = `http://localhost:${(site.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await Promise.all([desk.cloud.close(), browser.close()]);
  site.close();
});

const decisions = async () => (await desk.log.find(id)).decisions.length;

/** Another site's page, opened by a browser that also has the link. */
async function onOtherSite(body: string, work: (page: Page) => Promise<void>): Promise<void> {
  served = body;
  const page = await browser.newPage();
  await page.goto(evil);
  await work(page);
  await page.close();
}

test('15: what a complainant planted runs nowhere on the approver’s page, and moves nothing of it', async () => {
  const hand = await phone(browser, { javaScriptEnabled: true });
  await hand.open(link);
  const { page } = hand;
  expect(await page.title()).not.toContain('planted');
  expect(new URL(page.url()).origin).toBe(desk.cloud.url);
  expect(await page.locator('script, img, svg, iframe, object, meta[http-equiv], [onerror], [onload]').count()).toBe(0);
  expect(await page.locator('form[action^=http], a[href^=javascript]').count()).toBe(0);
  expect(hand.complaints).toEqual([]);
  // It is there to be read, as the text it is.
  expect(await page.locator('.said').first().innerText()).toContain('<script>document.title');
  await hand.close();
});

test('15: amounts and labels stand in their order beside text that turns the direction round', async () => {
  const hand = await phone(browser);
  await hand.open(link);
  const directions = '[...document.querySelectorAll(".said")].map((one) => getComputedStyle(one).unicodeBidi)';
  for (const direction of (await hand.page.evaluate(directions)) as string[])
    expect(direction).toMatch(/isolate|plaintext/);
  const amount = hand.page.locator('dd strong', { hasText: '600.00' }).first();
  const label = hand.page.locator('dt', { hasText: 'Total' }).first();
  const [left, right] = [await label.boundingBox(), await amount.boundingBox()];
  expect(left?.x).toBeLessThan(right?.x ?? 0);
  await hand.close();
});

test('a script that got into a page would run no more than one that was never there', async () => {
  const page = await browser.newPage();
  const complaints = complaintsOf(page);
  await page.route(link, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace('</main>', `${PLANTED.join('')}</main>`);
    await route.fulfill({ response: answer, body });
  });
  await page.goto(link);
  await page.waitForTimeout(300);
  expect(await page.title()).not.toContain('planted');
  expect(complaints.filter((one) => one.startsWith('dialog'))).toEqual([]);
  expect(new URL(page.url()).origin).toBe(desk.cloud.url);
  await page.close();
});

test('14: no other site can put a page into a frame', async () => {
  await onOtherSite(`<iframe src="${link}" width=390 height=844></iframe>`, async (page) => {
    const complaints = complaintsOf(page);
    await page.reload();
    expect(complaints.join()).toMatch(/frame-ancestors|X-Frame-Options/i);
    for (const frame of page.frames().slice(1)) expect(await frame.content()).not.toContain('Approve');
  });
});

test('13: another site’s form is refused, with the hidden field and without', async () => {
  const { [GUARD]: guard = '' } = guardIn(await (await fetch(link)).text());
  const before = [await decisions(), codesSent(desk)];
  for (const value of ['', guard]) {
    const form = `<form method="post" action="${link}"><input name="${GUARD}" value="${value}"><input name="act" value="code"></form>`;
    await onOtherSite(form, async (page) => {
      const answer = page.waitForResponse((response) => response.url() === link);
      await page.evaluate('document.forms[0].submit()');
      expect((await answer).status()).toBe(403);
    });
  }
  expect([await decisions(), codesSent(desk)]).toEqual(before);
});

test('13: another site’s script reads no page, and posts nothing that is taken', async () => {
  const before = [await decisions(), codesSent(desk)];
  await onOtherSite('<p>Win a prize</p>', async (page) => {
    const attempts = ['{}', '{ method: "POST", body: new URLSearchParams({ act: "code" }) }'].flatMap((how) => [
      `fetch(${JSON.stringify(link)}, ${how}).then((answer) => answer.text(), () => 'refused')`,
      `fetch(${JSON.stringify(link)}, { ...${how}, mode: 'no-cors' }).then((answer) => answer.text(), () => 'refused')`,
    ]);
    for (const attempt of attempts) expect(['refused', '']).toContain(await page.evaluate(attempt));
  });
  expect([await decisions(), codesSent(desk)]).toEqual(before);
});

test('3 and 4: fetched ahead, drawn ahead and followed elsewhere, a link does nothing, and its token goes nowhere', async () => {
  const before = [await decisions(), codesSent(desk)];
  const rules = JSON.stringify({ prefetch: [{ urls: [link] }], prerender: [{ urls: [link] }] });
  const ahead = `<link rel="prefetch" href="${link}"><script type="speculationrules">${rules}</script><a href="${link}">the link</a>`;
  await onOtherSite(ahead, async (page) => {
    await page.waitForTimeout(500);
    await page.getByText('the link').click();
    await page.waitForURL(link);
    heard.length = 0;
    // A page of ours has no link to elsewhere; its person goes there from it all the same.
    await page.evaluate(`location.href = ${JSON.stringify(`${evil}/elsewhere`)}`);
    await page.waitForURL(`${evil}/elsewhere`);
  });
  expect(heard.map(({ url }) => url)).toContain('/elsewhere');
  expect(JSON.stringify(heard)).not.toContain(new URL(link).pathname.split('/')[2]);
  expect(heard.filter(({ referer }) => String(referer).startsWith(desk.cloud.url))).toEqual([]);
  expect([await decisions(), codesSent(desk)]).toEqual(before);
  expect((await fetch(link)).status).toBe(200);
});
