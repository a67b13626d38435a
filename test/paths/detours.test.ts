import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventsOf, type PlayedDesk, playedDesk, typesOf } from './played-desk.ts';

let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
});
afterAll(() => desk.cloud.close());

const waive = [['fee-waiver', '600.00']] as const;

test('a returned proposal goes back to the lead with its reasons, and only the next version can be approved', async () => {
  const id = await desk.post({}, { remedies: waive, returnOnce: 'Please explain the promise.' });
  const ticket = await desk.archived(id);
  expect(ticket.proposals.map(({ version }) => version)).toEqual([1, 2]);
  const approved = eventsOf(ticket).filter((event) => event.type === 'Approved');
  expect(approved.map(({ proposal }) => proposal)).toEqual([
    ticket.proposals[1]?.proposal,
    ticket.proposals[1]?.proposal,
  ]);
});

test('a transfer asks the other department', async () => {
  const id = await desk.post({}, { transferTo: 'marketing' });
  const ticket = await desk.archived(id);
  const departments = Object.values(ticket.tasks).flatMap(({ work, department }) =>
    work === 'investigate' ? [department] : [],
  );
  expect(departments).toEqual(['accounting', 'marketing']);
});

test('a remedy that core banking refuses keeps the ticket open until a person lets it try again', async () => {
  const banking = (action: string, nth: number) =>
    action === 'fee-waiver' && nth === 1 ? 'CommandFailed' : 'CommandCarriedOut';
  const id = await desk.post({}, { remedies: waive, banking });
  const ticket = await desk.archived(id);
  expect(eventsOf(ticket).find((event) => event.type === 'Parked')).toMatchObject({
    state: 'Carry out remedies',
    error: 'CommandFailed',
  });
  expect(Object.values(ticket.commands).map(({ id: command, state }) => [command, state])).toEqual([
    ['r1-v1-m1-1', 'failed'],
    ['r1-v1-m1-2', 'done'],
  ]);
  expect(typesOf(ticket).filter((type) => type === 'Approved')).toHaveLength(2);
});

test('no account action for somebody whose identity nobody checked, until the desk has', async () => {
  const id = await desk.post({ identity: undefined }, { remedies: waive });
  const ticket = await desk.archived(id);
  expect(eventsOf(ticket).find((event) => event.type === 'Parked')).toMatchObject({ error: 'IdentityNotVerified' });
  expect(ticket.commands['r1-v1-m1-1']?.state).toBe('done');
});

test('a reply that would come at night waits for the morning of the cardholder’s zone', async () => {
  const evening = new Date(desk.cloud.now().getTime() + 86_400_000);
  evening.setUTCHours(2, 0, 0, 0); // 21:00 in New York
  await desk.cloud.advanceTo(evening);
  const id = await desk.post({ zone: 'America/New_York' }, {});
  const ticket = await desk.until(id, ({ replied }) => replied);
  expect(ticket.reply).toMatchObject({ heldFor: 'contact-hours' });
  const hour = new Intl.DateTimeFormat('en', { timeZone: 'America/New_York', hour: '2-digit', hourCycle: 'h23' });
  expect(hour.format(new Date(ticket.replied?.at ?? ''))).toBe('08');
});

test('a survey nobody answers is reminded of once, expires, and is not taken as satisfaction', async () => {
  const id = await desk.post({}, { rating: null });
  const ticket = await desk.archived(id);
  expect(ticket.closed?.outcome).toBe('not-rated');
  expect(Object.values(ticket.messages).filter(({ purpose }) => purpose === 'survey-reminder')).toHaveLength(1);
});
