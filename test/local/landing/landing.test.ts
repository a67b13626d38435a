import { mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jumps } from '../../../local/landing/jumps.ts';
import { keptDirectory } from '../../../local/landing/kept-directory.ts';
import { type Landing, openLanding } from '../../../local/landing/open-landing.ts';
import { optionsOf } from '../../../local/landing/options.ts';
import { SAMPLES } from '../../../local/landing/samples.ts';

let landing: Landing;
beforeAll(async () => {
  const startAt = new Date('2026-03-02T01:00:00Z');
  landing = await openLanding({ port: 0, cloudPort: 0, time: 'virtual', startAt });
});
afterAll(() => landing.close());

const get = async (path: string) => (await fetch(landing.url + path)).text();
const send = async (path: string, fields: Record<string, string>, origin = landing.url) =>
  fetch(landing.url + path, {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
const filled = (page: string): Record<string, string> => {
  const inputs = [...page.matchAll(/<input[^>]* name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
    name,
    value,
  ]);
  const areas = [...page.matchAll(/<textarea[^>]* name="(\w+)"[^>]*>([^<]*)/g)].map(([, name, value]) => [name, value]);
  const chosen = [...page.matchAll(/<select[^>]* name="(\w+)">.*?<option selected>([^<]*)/gs)].map(
    ([, name, value]) => [name, value],
  );
  return Object.fromEntries([...inputs, ...areas, ...chosen]);
};
const post = async (sample: string) => (await send('/post', filled(await get(`/post?sample=${sample}`)))).text();

test.for(SAMPLES.map(({ id }) => id))('the sample %s gets the answer it is there to show', async (id) => {
  expect(await post(id)).toContain(id === 'invalid' ? '400 · Refused' : '202 · Accepted');
});

test('core banking leaves an order open while it does not answer by itself, and is answered by hand', async () => {
  await send('/core-banking/by-itself', { on: 'no' });
  const id = /Follow ticket ([0-9A-Z]{12})/.exec(await post('stolen-card'))?.[1] ?? '';
  await send('/clock', { to: '10-minutes', back: '/' });
  const { log } = landing.desk;
  const order = Object.values((await log.read(id)).commands)[0];
  expect(order?.state).toBe('ordered');
  await send('/core-banking', { order: `${id}/${order?.id}`, answer: 'CommandCarriedOut' });
  await landing.desk.cloud.settle();
  expect((await log.read(id)).commands[order?.id ?? '']?.state).toBe('done');
});

test('a supervisor’s proof sheet opens from the ticket, as the page that is deployed and as data', async () => {
  const id = /Follow ticket ([0-9A-Z]{12})/.exec(await post('annual-fee'))?.[1] ?? '';
  const { headers } = await send(`/tickets/${id}/proof-link`, {});
  const sheet = headers.get('location') ?? '';
  expect(await (await fetch(sheet)).text()).toContain('cn-decide-15');
  expect(await (await fetch(`${sheet}?form=json`)).json()).toMatchObject({ ticket: id, pack: 'cn-1' });
});

test('a page of another site can neither move the clock nor read the desk under a name of its own', async () => {
  const before = landing.desk.cloud.now();
  expect((await send('/clock', { to: '15-days' }, 'http://elsewhere.example')).status).toBe(403);
  expect(landing.desk.cloud.now()).toEqual(before);
  const status = await new Promise((resolve) => {
    request(landing.url, { headers: { host: 'elsewhere.example' } }, ({ statusCode }) => resolve(statusCode)).end();
  });
  expect(status).toBe(421);
});

test('a message is unread until its phone is opened', async () => {
  const path = /href="(\/phones\/[^"]+)"/.exec(await get('/'))?.[1] ?? '';
  const line = (page: string) => page.split('<li class="phone').find((part) => part.includes(path)) ?? '';
  expect(line(await get('/'))).toContain('unread');
  await get(path);
  expect(line(await get('/'))).not.toContain('unread');
});

test('every page answers, and says so where there is nothing', async () => {
  for (const path of ['/', '/post', '/queues', '/health']) expect((await fetch(landing.url + path)).status).toBe(200);
  expect((await fetch(`${landing.url}/tickets/NOSUCHTICKET`)).status).toBe(404);
  expect((await fetch(`${landing.url}/phones/1`)).status).toBe(404);
});

test('the next morning is nine o’clock in the bank’s zone, today’s if it is still to come', () => {
  const morning = (now: string) => jumps(new Date(now), 'Asia/Shanghai', undefined)[2]?.to.toISOString();
  expect(morning('2026-03-02T00:30:00Z')).toBe('2026-03-02T01:00:00.000Z');
  expect(morning('2026-03-02T01:00:00Z')).toBe('2026-03-03T01:00:00.000Z');
});

test('what is no port and what is no option is refused in words', () => {
  expect(() => optionsOf(['--port', '70000'])).toThrow(/--port takes a port/);
  expect(() => optionsOf(['--prot', '1'])).toThrow(expect.objectContaining({ name: 'WrongArguments' }));
});

test('a directory that holds something else is neither used nor emptied', () => {
  const directory = mkdtempSync(join(tmpdir(), 'landing-'));
  writeFileSync(join(directory, 'thesis.txt'), 'three years');
  expect(() => keptDirectory(directory, true)).toThrow(expect.objectContaining({ name: 'NotOurs' }));
});
