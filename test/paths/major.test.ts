import { afterAll, beforeAll, expect, test } from 'vitest';
import { POLICY } from '../../functions/rules/policy.ts';
import { eventsOf, type PlayedDesk, playedDesk } from './played-desk.ts';

let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
});
afterAll(() => desk.cloud.close());

const MANY = POLICY.clusterOfTickets;
const waiting = { ignores: 'wi' };
const about = (merchant: string, who: string) => ({
  ...{ merchant, category: 'refund', narrative: `${merchant} owes me a refund, says ${who}.` },
  card: { account: `ACCT-${who}` },
});
const several = (count: number, merchant: string, who: string) =>
  Promise.all(Array.from({ length: count }, (_, i) => desk.post(about(merchant, `${who}-${i}`), waiting)));

/** Of these tickets: the incidents they raised, and those they belong to. */
async function incidentsOf(ids: readonly string[]) {
  await desk.cloud.settle();
  const tickets = await Promise.all(ids.map((id) => desk.log.read(id)));
  const raised = tickets.flatMap((ticket) => eventsOf(ticket).filter(({ type }) => type === 'IncidentRaised'));
  return { raised, joined: tickets.map(({ incidents }) => incidents) };
}

test('so many tickets on one merchant, posted at one instant, raise one incident, and every one of them knows it', async () => {
  const before = await several(MANY - 1, 'Shop A', 'a');
  expect((await incidentsOf(before)).raised).toEqual([]);

  const after = await several(6, 'Shop A', 'b');
  const { raised, joined } = await incidentsOf([...before, ...after]);
  expect(raised).toMatchObject([{ type: 'IncidentRaised', rule: 'K1' }]);
  expect(raised[0]?.type === 'IncidentRaised' && raised[0].tickets).toBeGreaterThanOrEqual(MANY);
  expect(new Set(joined.flat()).size).toBe(1);
  expect(joined.every((incidents) => incidents.length === 1)).toBe(true);

  // Days later: most of those that raised it are out of the window, and still a late one belongs to it.
  await desk.cloud.advanceBy((POLICY.clusterWindowDays - 1) * 86_400_000);
  expect((await incidentsOf(await several(1, 'Shop A', 'late'))).joined).toEqual([joined[0]]);
  await desk.cloud.advanceBy(2 * 86_400_000);
  expect((await incidentsOf(await several(1, 'Shop A', 'over'))).joined).toEqual([[]]);
});

test('one person who posts often raises nothing', async () => {
  const posts = Array.from({ length: MANY + 1 }, (_, i) => ({
    ...about('Shop B', 'one'),
    amount: { minor: i + 1, currency: 'CNY' },
    narrative: `Refund number ${i} is missing.`,
  }));
  const ids = await Promise.all(posts.map((post) => desk.post(post, waiting)));
  expect((await incidentsOf(ids)).joined.flat()).toEqual([]);
});

test('tickets of many merchants raise nothing', async () => {
  const ids = await Promise.all(Array.from({ length: MANY }, (_, i) => desk.post(about(`Shop ${i}`, `${i}`), waiting)));
  expect((await incidentsOf(ids)).joined.flat()).toEqual([]);
});

const THREAT = { narrative: 'Your collector made a death threat against me.' };

test('the incident officer owes a plan, and files it on the page', async () => {
  const id = await desk.post(THREAT, { ignores: 'w' });
  const { tasks } = await desk.until(id, (ticket) => ticket.tasks[`plan-J1-${id}`]?.closed, 2);
  const { person, closed } = tasks[`plan-J1-${id}`] ?? {};
  expect(person).toMatch(/^incident-officer-/);
  expect(closed).toMatchObject({ by: person, outcome: 'filed' });
});

test('a plan that nobody files goes to the head of complaint work, and not every day', async () => {
  const id = await desk.post(THREAT, waiting);
  const task = `plan-J1-${id}`;
  const ticket = await desk.until(id, ({ tasks }) => tasks[task]?.escalated, 3);
  await desk.cloud.advanceBy(3 * 86_400_000);
  const about = Object.values((await desk.log.read(id)).messages).filter((message) => message.task === task);
  expect(about.map(({ purpose, intents }) => [purpose, intents])).toEqual([
    ['incident', 1],
    ['work-reminder', 1],
    ['escalation', 1],
  ]);
  expect(ticket.tasks[task]?.escalated?.[0]?.to).toMatch(/^complaint-head-/);
});

test('a threat to life is an incident by itself', async () => {
  const id = await desk.post(THREAT, waiting);
  expect((await incidentsOf([id])).raised).toEqual([
    { type: 'IncidentRaised', incident: `J1-${id}`, rule: 'J1', tickets: 1 },
  ]);
});
