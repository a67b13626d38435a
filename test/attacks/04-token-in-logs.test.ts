import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256 } from '../../functions/adapters/digest.ts';
import { open } from '../../local/demo/page-form.ts';
import { everythingKept } from '../paths/everything-kept.ts';
import { type PlayedDesk, playedDesk } from '../paths/played-desk.ts';
import { readings } from './markers.ts';

const TOKEN = /\/[a-z]\/([A-Za-z0-9_-]{22})(?![\w-])/g;

let desk: PlayedDesk;
let tokens: string[];
let kept: [place: string, text: string][];

beforeAll(async () => {
  desk = await playedDesk();
  const { cloud } = desk;
  const lived = await desk.post({}, { remedies: [['fee-waiver', '600.00']], returnOnce: 'Why?', rating: 1 });
  await desk.archived(lived);
  const waiting = await desk.post({}, { ignores: 'w' });
  await desk.until(waiting, () => cloud.sms.some(({ text }) => text.includes(waiting) && text.includes('/w/')));

  const links = [...cloud.sms, ...cloud.mail].flatMap(({ text = '' }) => text?.match(/http:\S+/g) ?? []);
  tokens = [...new Set(links.flatMap((link) => [...link.matchAll(TOKEN)].map(([, token = '']) => token)))];
  // Opened in every way in which a browser, a scanner or a slip of the hand may open one, with a page before it.
  for (const link of links) {
    const referer = links[0] ?? '';
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT']) await fetch(link, { method, headers: { referer } });
    await fetch(link, { method: 'POST', headers: { referer, origin: cloud.url }, body: 'act=approve' });
    await fetch(`${link}x?lang=${encodeURIComponent(link)}`, { headers: { referer, cookie: `from=${referer}` } });
    await fetch(link.toUpperCase().replace('HTTP://', 'http://'));
  }
  const [work = ''] = links.filter((link) => link.includes('/w/'));
  cloud.fail.nextInvocation(nameOf('Work'), new Error('the function died'));
  await fetch(work);
  await cloud.settle();
  kept = await everythingKept(desk);
}, 120_000);
afterAll(() => desk.cloud.close());

const nameOf = (id: string) =>
  desk.cloud.resources.find(({ type, path }) => type === 'AWS::Lambda::Function' && path.includes(`/${id}/`))?.name ??
  '';

test('a token is in its message, and nowhere else: not in a log, history, event, table or archive', () => {
  expect(tokens.length).toBeGreaterThanOrEqual(8);
  const holding = kept.filter(([, text]) =>
    [...readings(text)].some((reading) => tokens.some((token) => reading.includes(token))),
  );
  expect([...new Set(holding.map(([place]) => place))]).toEqual(['SMS']);
  for (const kind of ['table tickets', 'table caseFiles', 'object', 'execution', 'history', 'bus', 'log', 'access log'])
    expect(
      kept.some(([place]) => place.startsWith(kind)),
      kind,
    ).toBe(true);
});

test('of each the table knows the hash, and the log names it by that', () => {
  const tickets = kept.filter(([place]) => place === 'table tickets').map(([, text]) => text);
  for (const token of tokens) expect(tickets.some((item) => item.includes(sha256(token)))).toBe(true);
});

test('a page gives its address to nobody: same-origin referrers, and nothing foreign to go to or to load', async () => {
  for (const token of tokens) {
    const kind = desk.cloud.sms.flatMap(({ text }) => new RegExp(`/([a-z])/${token}`).exec(text)?.[1] ?? [])[0];
    const answer = await fetch(`${desk.cloud.url}/${kind}/${token}`);
    expect(answer.headers.get('referrer-policy')).toBe('same-origin');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const page = await answer.text();
    expect(page).not.toContain(token);
    expect(
      [...page.matchAll(/(?:href|src|action)="([^"]*)"/g)].filter(([, to = '']) => /^(\w+:)?\/\//.test(to)),
    ).toEqual([]);
  }
  await open(desk.cloud.sms.flatMap(({ text }) => text.match(/http:\S+/) ?? [])[0] ?? '');
});
