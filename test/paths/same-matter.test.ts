import { afterAll, beforeAll, expect, test } from 'vitest';
import { caseFile } from '../../functions/adapters/case-file.ts';
import { merging } from '../../functions/adapters/merging.ts';
import { neighbours } from '../../functions/adapters/neighbours.ts';
import { SAME_MATTER } from '../../functions/rules/same-matter.ts';
import { open } from '../../local/demo/page-form.ts';
import { actOn } from '../../local/demo/with-code.ts';
import { type PlayedDesk, playedDesk, typesOf } from './played-desk.ts';

let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
});
afterAll(() => desk.cloud.close());

/** A post of one cardholder about one charge, in words of its own. */
const about = (account: string, words: string, over: object = {}) => ({
  card: { lastFour: '4242', account },
  narrative: words,
  category: 'refund',
  merchant: 'Sample Shop',
  amount: { minor: 12_300, currency: 'CNY' },
  ...over,
});
const waiting = { ignores: 'w' };
/** The cardholder withdraws a complaint by its number. */
async function withdraw(ticket: string): Promise<void> {
  const said = {
    version: 1,
    channel: 'app',
    channelReference: `W-${ticket}`,
    about: 'withdrawal',
    text: 'Not any more.',
  };
  expect((await desk.channel.followUp('app', ticket, said)).answer).toMatchObject({ ticket });
}
const first = 'The refund of the Sample Shop never came.';
const again = 'I wrote already: my money from the shop is still not back, what now?';

test('the same matter again is merged onto the open ticket, and both keep their numbers and their dates', async () => {
  const older = await desk.post(about('ACCT-A', first), waiting);
  await desk.cloud.advanceBy(86_400_000);
  const younger = await desk.post(about('ACCT-A', again), waiting);
  const merged = await desk.until(younger, ({ mergedInto }) => mergedInto, 1);

  expect(merged.mergedInto).toMatchObject({ other: older, rule: 'SM2' });
  const open = await desk.log.read(older);
  expect(open.merged).toEqual([younger]);
  expect(merged.clocks.decide?.dueAt).not.toBe(open.clocks.decide?.dueAt);

  await desk.until(younger, ({ messages }) => messages[`merged-${older}`]?.state === 'sent', 1);
  const told = desk.cloud.sms.filter(({ text }) => text.includes(younger) && text.includes(older));
  expect(told).toHaveLength(1);
});

test('it waits for the answer of the other, with its own dates, and is sealed with it', async () => {
  // Whoever takes so long for everything opens the survey when it is over.
  const older = await desk.post(about('ACCT-D', first), { minutes: 18 * 24 * 60, shrugs: true });
  await desk.cloud.advanceBy(1_000);
  const younger = await desk.post(about('ACCT-D', again));
  await desk.cloud.advanceBy(15 * 86_400_000);
  const waits = await desk.until(younger, ({ clocks }) => clocks.decide?.overdue, 2);
  expect([waits.closed, waits.archived]).toEqual([undefined, undefined]);

  await desk.cloud.advanceBy(20 * 86_400_000);
  const answered = await desk.archived(older, 60);
  const merged = await desk.archived(younger, 1);
  expect(merged.replied).toMatchObject({ message: 'r1-reply', inTime: false, at: answered.replied?.at });
  expect(merged.closed?.outcome).toBe('merged');
  const ways = ['TaskOpened', 'Parked', 'ExecutionLost'] as const;
  expect(typesOf(merged).filter((type) => ways.some((way) => way === type))).toEqual([]);
});

test('a withdrawal of the older ends it alone: the merged one goes its own way', async () => {
  const older = await desk.post(about('ACCT-E', first), waiting);
  await desk.cloud.advanceBy(1_000);
  const younger = await desk.post(about('ACCT-E', again));
  await desk.until(younger, ({ mergedInto }) => mergedInto, 1);
  await withdraw(older);
  expect((await desk.archived(older, 1)).closed?.outcome).toBe('withdrawn');
  const alone = await desk.archived(younger, 40);
  expect([alone.withdrawn, alone.closed?.outcome]).toEqual([undefined, expect.stringMatching(/rated/)]);
});

test('a withdrawal of the merged one ends it alone: the other is answered', async () => {
  const older = await desk.post(about('ACCT-H', first), { minutes: 180 });
  await desk.cloud.advanceBy(1_000);
  const younger = await desk.post(about('ACCT-H', again));
  await desk.until(younger, ({ mergedInto }) => mergedInto, 1);
  await withdraw(younger);
  expect((await desk.archived(younger, 1)).closed?.outcome).toBe('withdrawn');
  const other = await desk.archived(older, 40);
  expect([other.merged, other.withdrawn, other.closed?.outcome]).toEqual([
    [],
    undefined,
    expect.stringMatching(/rated/),
  ]);
});

test.for<readonly [string, Record<string, unknown>]>([
  ['another cardholder, in the same words', about('ACCT-B', first)],
  ['another amount', about('ACCT-A', first, { amount: { minor: 1, currency: 'CNY' } })],
  ['a stolen card', about('ACCT-A', 'My card was stolen, and the shop still owes me.')],
  ['what a regulator passes on', about('ACCT-A', again, { passedOnBy: { body: 'nfra', reference: 'N-1' } })],
])('%s stays a ticket of its own', async ([, post]) => {
  const id = await desk.post(post, waiting);
  await desk.until(id, ({ triage }) => triage, 1);
  expect((await desk.log.read(id)).mergedInto).toBeUndefined();
});

test('two posts at one instant are one matter: each joins an older one, and one stays open', async () => {
  const ids = await Promise.all(Array.from({ length: 4 }, () => desk.post(about('ACCT-C', again), waiting)));
  await desk.cloud.settle();
  await desk.cloud.advanceBy(600_000);
  const tickets = await Promise.all(ids.map((id) => desk.log.read(id)));
  const open = tickets.filter(({ mergedInto }) => !mergedInto);
  expect(open).toHaveLength(1);
  const placed = (id: string | undefined) => tickets.find((one) => one.id === id);
  const place = ({ receivedAt = '', id = '' } = {}) => `${receivedAt}#${id}`;
  for (const one of tickets.filter(({ mergedInto }) => mergedInto)) {
    const into = placed(one.mergedInto?.other);
    expect(into?.merged).toContain(one.id);
    expect(place(into) < place(one)).toBe(true);
    expect(typesOf(one).filter((type) => type === 'MergedInto')).toHaveLength(1);
  }
});

test('taken apart on the page of the older, the merged one goes its own way, and stays alone', async () => {
  const older = await desk.post(about('ACCT-F', first), waiting);
  await desk.cloud.advanceBy(1_000);
  const younger = await desk.post(about('ACCT-F', again));
  const merged = await desk.until(younger, ({ mergedInto }) => mergedInto, 1);
  const link =
    desk.cloud.sms.flatMap(({ text }) => (text.includes(older) ? (/http:\S+\/w\/\S+/.exec(text) ?? []) : []))[0] ?? '';
  expect(await open(link)).toContain(again);

  const part = { act: 'part', other: younger, [`apart.${younger}`]: 'Two different charges.' };
  await actOn(() => desk.cloud.sms, link, part);
  await desk.cloud.settle();
  const alone = await desk.archived(younger, 40);
  expect(alone.clocks.decide?.dueAt).toBe(merged.clocks.decide?.dueAt);
  expect(alone.closed?.outcome).toMatch(/rated/);
  expect([alone.mergedInto, (await desk.log.read(older)).merged]).toEqual([undefined, []]);
  expect(await open(link)).not.toContain(again);
});

test('a crash after the older has taken it on is healed: looked for again, it is found again, and taken on once', async () => {
  const older = await desk.post(about('ACCT-G', first), waiting);
  await desk.cloud.settle();
  const { log, db, tables } = desk;
  const { receivedAt, triage } = await log.read(older);
  const { likeness } = await caseFile(db, tables.caseFiles).complaint(older);
  if (!likeness) throw new Error('the case file says nothing to compare by');
  const facts = { kind: 'complaint', standing: 'self', category: triage?.category ?? '' } as const;
  const own = { ticket: 'ZZZZZZZZZZZZ', receivedAt, likeness, ...facts };
  const merge = merging(log, neighbours(db, tables.tickets, 30), SAME_MATTER);

  const who = { at: receivedAt, by: 'triage' };
  const found = [await merge.find(own, who), await merge.find(own, who)];
  expect(found.map(({ into }) => into)).toEqual([
    { other: older, rule: 'SM1' },
    { other: older, rule: 'SM1' },
  ]);
  expect(typesOf(await log.read(older)).filter((type) => type === 'MergedFrom')).toHaveLength(1);
});
