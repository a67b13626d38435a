import { SendTaskFailureCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from '../../local/demo/people.ts';
import { eventsOf, type PlayedDesk, playedDesk, typesOf } from './played-desk.ts';

let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
});
afterAll(() => desk.cloud.close());

const waive = [['fee-waiver', '600.00']] as const;
/** What must happen once, however often the workflow begins again. */
const ONCE = ['ComplaintReceived', 'Triaged', 'ProposalMade', 'Replied', 'SurveyAnswered', 'Closed', 'Archived'];

const STATES = [
  'Acknowledge',
  'Triage',
  'A department investigates',
  'Propose',
  'A manager decides',
  'Carry out remedies',
  'Prepare the reply',
  'Send the reply',
  'Ask how it went',
  'Close',
  'Archive',
];
const DEATHS = STATES.flatMap((state) => [[state, 'before'] as const, [state, 'after'] as const]);

test.for(DEATHS)(
  'an execution that dies at %s, %s its function, begins again without a doubled effect',
  async ([state, when]) => {
    const sent = desk.cloud.sms.length;
    desk.cloud.fail.executionAt(state, when);
    const id = await desk.post({}, { remedies: waive });
    const ticket = await desk.archived(id);

    // Sealed before it died: there is nothing left to begin again for.
    const isOver = state === 'Archive' && when === 'after';
    expect(ticket.attempt).toBe(isOver ? 1 : 2);
    const ends = desk.cloud.executions.filter(({ name }) => name.startsWith(id)).map(({ status }) => status);
    expect(ends).toEqual(isOver ? ['ABORTED'] : ['ABORTED', 'SUCCEEDED']);
    expect(
      typesOf(ticket)
        .filter((type) => ONCE.includes(type))
        .sort(),
    ).toEqual([...ONCE].sort());
    expect(typesOf(ticket).filter((type) => type === 'Approved')).toHaveLength(2);
    expect(Object.values(ticket.commands).map(({ state: done }) => done)).toEqual(['done']);
    // acknowledgement, work link, two approval links and a code for each, reply, survey
    expect(desk.cloud.sms.length - sent).toBe(8);
  },
);

test('a ticket whose card is being protected when its execution dies asks the card system once more, under the same command', async () => {
  desk.cloud.fail.executionAt('Protect the card', 'after');
  const id = await desk.post({ category: 'lost-or-stolen-card', narrative: 'My card was stolen' });
  const ticket = await desk.archived(id);
  expect(Object.keys(ticket.commands)).toEqual(['r1-protect-1']);
  expect(ticket.commands['r1-protect-1']?.state).toBe('done');
});

test('a round after one whose execution died finds the card protected, and goes on', async () => {
  desk.cloud.fail.executionAt('Protect the card', 'after');
  const appeals = { rating: 1, appeal: 'Nobody listened.', remedies: waive };
  const id = await desk.post({ category: 'lost-or-stolen-card', narrative: 'My card was stolen' }, appeals);
  await desk.until(id, ({ round }) => round === 2);
  const ticket = await desk.archived(id);
  expect([ticket.earlier[0]?.round, ticket.round, ticket.attempt]).toEqual([1, 2, 1]);
  expect(typesOf(ticket)).toContain('ExecutionLost');
  expect(typesOf(ticket)).not.toContain('Parked');
});

test('executions lost too often park the ticket; the desk lets it go on and a new one carries it to the end', async () => {
  const id = await desk.post({}, { ignores: 'wd' });
  // It waits for its department: whatever it still achieved between two losses would count them anew.
  await desk.cloud.settle();
  for (const attempt of [1, 2, 3]) {
    await desk.until(
      id,
      (ticket) =>
        ticket.attempt === attempt && desk.cloud.executions.some(({ name }) => name === `${id}-r1-a${attempt}`),
    );
    const arn = desk.cloud.executions.find(({ name }) => name === `${id}-r1-a${attempt}`)?.arn ?? '';
    desk.cloud.fail.execution(arn, 'Killed');
    await desk.cloud.settle();
  }
  const parked = await desk.until(id, ({ tasks }) => tasks['lost-a3']);
  expect(eventsOf(parked).findLast((event) => event.type === 'Parked')).toMatchObject({
    state: 'Execution',
    error: 'ABORTED',
  });
  desk.worlds.set(id, {});
  const ticket = await desk.archived(id);
  expect(ticket.attempt).toBe(4);
});

test('a decision that lands between a timeout and the new token is not lost', async () => {
  // The approval's token times out while nobody answers; before the desk lets it go on, the manager decides after all.
  const id = await desk.post({}, { remedies: waive, ignores: 'ad' });
  const waiting = await desk.until(id, ({ tasks }) => tasks['r1-v1-a0']);
  const [execution] = desk.cloud.executions.filter(({ name }) => name.startsWith(id));
  await desk.sfn.send(new SendTaskFailureCommand({ taskToken: waiting.tokens['r1-v1-a0'], error: 'States.Timeout' }));
  await desk.until(id, ({ tasks }) => Object.values(tasks).some(({ work }) => work === 'parked'));

  const linkOf = (page: string) =>
    desk.cloud.sms
      .findLast(({ text }) => text.includes(id) && text.includes(`/${page}/`))
      ?.text.match(/http:\S+/)?.[0] ?? '';
  await people(() => desk.cloud.sms)(linkOf('a'), id, {});
  expect((await desk.log.read(id)).tasks['r1-v1-a0']?.closed?.outcome).toBe('approved');
  desk.worlds.set(id, { remedies: waive });
  await people(() => desk.cloud.sms)(linkOf('d'), id, {});

  const ticket = await desk.archived(id);
  expect(ticket.attempt).toBe(1);
  expect(typesOf(ticket).filter((type) => type === 'Approved')).toHaveLength(2);
  expect(execution?.status).toBe('SUCCEEDED');
});

test('a decision whose stream record was lost for good reaches the workflow by the watch', async () => {
  const id = await desk.post({}, { ignores: 'w' });
  await desk.until(id, ({ tasks }) => tasks['r1-v1-s0-0']);
  const relay = desk.cloud.resources.find(
    ({ path, type }) => type === 'AWS::Lambda::Function' && path.includes('Relay'),
  )?.name;
  const link = desk.cloud.sms.findLast(({ text }) => text.includes(id))?.text.match(/http:\S+/)?.[0] ?? '';
  for (let tries = 0; tries < 40; tries++)
    desk.cloud.fail.nextInvocation(relay ?? '', new Error('the network is down'));
  await people(() => desk.cloud.sms)(link, id, {});
  await desk.cloud.advanceBy(3_600_000);

  const ticket = await desk.archived(id);
  expect(ticket.attempt).toBe(1);
});

test.for(['Propose', 'Approve'])(
  'a proposal that is sent back while a new execution comes by %s goes to its department, and managers get another',
  async (step) => {
    const world = { remedies: waive, ignores: 'a', returnOnce: 'The amount is not explained.' };
    const id = await desk.post({}, world);
    await desk.until(id, ({ tasks }) => tasks['r1-v1-a0']);
    const [first] = desk.cloud.executions.filter(({ name }) => name.startsWith(id));
    desk.cloud.fail.nextInvocation(functionOf(step), Object.assign(new Error(), { name: 'LogMovedOn' }));
    desk.cloud.fail.execution(first?.arn ?? '', 'Killed');
    await desk.cloud.settle();

    const link = desk.cloud.sms.findLast(({ text }) => text.includes(id) && text.includes('/a/'))?.text ?? '';
    await people(() => desk.cloud.sms)(link.match(/http:\S+/)?.[0] ?? '', id, world);
    expect(typesOf(await desk.log.read(id)).filter((type) => type === 'ProposalMade')).toHaveLength(1);
    desk.worlds.set(id, { remedies: waive });

    const ticket = await desk.archived(id);
    expect(ticket.tasks['r1-v2-s0-0']?.closed?.outcome).toBe('filed');
    expect(ticket.proposals.map(({ version }) => version)).toEqual([1, 2]);
    const approvals = Object.values(ticket.tasks).filter(({ work }) => work === 'approve');
    expect(approvals.map(({ id: task, closed }) => [task, closed?.outcome])).toEqual([
      ['r1-v1-a0', 'Returned'],
      ['r1-v2-a0', 'approved'],
      ['r1-v2-a1', 'approved'],
    ]);
  },
);

const functionOf = (step: string): string =>
  desk.cloud.resources.find(({ path, type }) => type === 'AWS::Lambda::Function' && path === `Workflow/${step}`)
    ?.name ?? '';
