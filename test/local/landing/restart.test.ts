import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { people } from '../../../local/demo/people.ts';
import { type Landing, openLanding } from '../../../local/landing/open-landing.ts';

const HOUR = 3_600_000;

let landing: Landing;
afterEach(() => landing.close());

const start = async (directory: string) => {
  landing = await openLanding({
    port: 0,
    cloudPort: 0,
    directory,
    time: 'virtual',
    startAt: new Date('2026-03-02T01:00:00Z'),
  });
  return landing;
};

/** As a browser sends a form of the site. */
const send = ({ url }: Landing, path: string, fields: Record<string, string>) =>
  fetch(url + path, {
    method: 'POST',
    headers: { origin: url },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
const pageOf = async ({ url }: Landing, path: string) => (await fetch(url + path)).text();

test('after a restart tickets and messages are there, links still open, and the ticket ends with nothing done twice', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'landing-'));
  const fields = {
    ...{ channel: 'app', channelReference: 'R-1', kind: 'complaint', locale: 'en', zone: 'Asia/Shanghai' },
    ...{ name: 'Sample Customer', phone: '+8613123456789', tier: 'standard', identity: 'strong', amount: '600' },
    ...{ narrative: 'I was charged the annual fee although it was waived.', demands: 'Refund the fee' },
  };
  const before = await start(directory);
  const posted = await (await send(before, '/post', fields)).text();
  const id = /Follow ticket ([0-9A-Z]{12})/.exec(posted)?.[1] ?? '';
  await send(before, '/clock', { to: '1-hour', back: '/' });
  const workLink = before.desk.cloud.sms.flatMap(({ text }) => /\/w\/\S+/.exec(text) ?? [])[0] ?? '';
  const sent = before.desk.cloud.sms.length;
  await before.close();

  const after = await start(directory);
  expect(await pageOf(after, '/')).toContain(id);
  expect(after.desk.cloud.sms).toHaveLength(sent);
  await after.desk.cloud.settle();
  expect((await after.desk.log.read(id)).attempt).toBe(2);

  const asPerson = people(() => after.desk.cloud.sms);
  const { cloud, log } = after.desk;
  const opened = new Set<string>();
  for (let link: string | undefined = workLink; link; ) {
    opened.add(link);
    await asPerson(`${cloud.url}${link}`, id, { remedies: [['fee-waiver', '600.00']] });
    await cloud.advanceBy(HOUR);
    const links = cloud.sms.flatMap(({ text }) => /\/[was]\/\S+/.exec(text) ?? []);
    link = links.find((one) => !opened.has(one));
  }

  const ticket = await log.read(id);
  expect(ticket.archived).toBeDefined();
  expect(Object.values(ticket.messages).map(({ intents }) => intents)).toEqual(
    Object.values(ticket.messages).map(() => 1),
  );
  const acknowledgements = cloud.sms.filter(({ text }) => text.includes('we have accepted'));
  expect(acknowledgements).toHaveLength(1);
  expect(Object.values(ticket.commands).map(({ state }) => state)).toEqual(['done']);
  expect(await pageOf(after, `/tickets/${id}`)).toContain('Sealed in the archive');
});
