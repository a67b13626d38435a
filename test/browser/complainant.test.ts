import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startChromium } from '../../scripts/chromium.ts';
import { type PlayedDesk, playedDesk, typesOf } from '../paths/played-desk.ts';
import { telephones } from './in-hand.ts';
import { isLinked, linkOf } from './links.ts';

let desk: PlayedDesk;
let browser: Browser;
const answered: string[] = [];

/** A complaint that was answered for each test, and a complainant who does nothing but what the test does. */
beforeAll(async () => {
  [desk, browser] = await Promise.all([playedDesk(), startChromium()]);
  for (let i = 0; i < 5; i++) answered.push(await desk.post({}, { ignores: 's' }));
  for (const id of answered) await desk.until(id, () => isLinked(desk, id, 's'));
});
afterAll(() => Promise.all([desk.cloud.close(), browser.close()]));
const { opened } = telephones(() => browser);

const nextAnswered = () => answered.shift() ?? '';

test('a cardholder rates with three actions, and is thanked', async () => {
  const id = nextAnswered();
  const hand = await opened(linkOf(desk, id, 's'));
  await hand.pick('5 · Very satisfied');
  await hand.tap('Send');
  expect(hand.did).toEqual(['open', 'pick 5 · Very satisfied', 'tap Send']);
  expect(await hand.reads()).toContain('Your rating: 5 · Very satisfied');
  expect((await desk.log.find(id)).survey?.score).toBe(5);
});

test('a rating without a score does not leave the browser, and what was written is still there', async () => {
  const id = nextAnswered();
  const hand = await opened(linkOf(desk, id, 's'));
  await hand.type('Your comment (optional)', 'Nobody called me back.');
  const sent: string[] = [];
  hand.page.on('request', (request) => sent.push(request.method()));
  await hand.page.getByRole('button', { name: 'Send', exact: true }).tap();
  expect(await hand.page.locator('input[name=score]:focus').count()).toBe(1);
  expect(await hand.page.locator('[name=comment]').inputValue()).toBe('Nobody called me back.');
  await hand.pick('3 · Neither');
  await hand.tap('Send');
  expect(sent.filter((method) => method === 'POST')).toHaveLength(1);
  expect((await desk.log.find(id)).survey).toMatchObject({ score: 3 });
});

test('who does not agree asks for a review with the rating, and others look at it anew', async () => {
  const id = nextAnswered();
  const hand = await opened(linkOf(desk, id, 's'));
  await hand.pick('1 · Very dissatisfied');
  await hand.page.getByLabel('I ask for a review').check();
  await hand.type('Why you ask for a review (optional)', 'Nobody listened to the recording.');
  await hand.tap('Send');
  expect(await hand.reads()).toContain('Your request for a review is on record.');
  await desk.cloud.settle();
  const ticket = await desk.log.find(id);
  expect(ticket).toMatchObject({ round: 2 });
  expect(typesOf(ticket)).toContain('RoundOpened');
});

test('below the letter a cardholder asks a question, and then for a review; both stand on the page', async () => {
  const id = nextAnswered();
  const hand = await opened(linkOf(desk, id, 'l'));
  expect(await hand.reads()).toContain(id);
  await hand.pick('I have a question');
  await hand.type('Your message', 'When is it paid?');
  await hand.tap('Send');
  expect(await hand.reads()).toContain('Question');
  await hand.pick('I do not agree and ask for a review');
  await hand.type('Your message', 'It is the wrong amount.');
  await hand.tap('Send');
  expect(await hand.reads()).toContain('You asked for a review. Other people are looking at your case anew');
  await desk.cloud.settle();
  const ticket = await desk.log.find(id);
  expect(ticket.followUps.map(({ about }) => about)).toEqual(['question', 'objection']);
  expect(ticket.round).toBe(2);
});

test('another language is one tap away, and stays after a form is sent', async () => {
  const id = nextAnswered();
  const hand = await opened(linkOf(desk, id, 's'));
  for (const [language, title] of [
    ['简体', '请评价本次处理'],
    ['English', 'How did we handle it?'],
    ['繁體', '請評價本次處理'],
  ] as const) {
    await Promise.all([hand.page.waitForEvent('load'), hand.page.getByRole('link', { name: language }).tap()]);
    expect(await hand.page.locator('h1').innerText()).toContain(title);
    expect(await hand.page.locator('[aria-current]').innerText()).toBe(language);
  }
  await hand.pick('5 · ');
  await Promise.all([hand.page.waitForEvent('load'), hand.page.locator('form button').first().tap()]);
  expect(await hand.page.locator('html').getAttribute('lang')).toBe('zh-Hant');
  expect((await desk.log.find(id)).survey?.score).toBe(5);
});
