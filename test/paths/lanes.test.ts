import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventsOf, type PlayedDesk, playedDesk, typesOf } from './played-desk.ts';

let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
});
afterAll(() => desk.cloud.close());

test('the standard way, two levels of approval: the ticket ends in the archive, in 16 state transitions', async () => {
  const id = await desk.post({}, { remedies: [['fee-waiver', '600.00']], rating: 5 });
  const ticket = await desk.archived(id);
  expect(await desk.states(id)).toEqual([
    'Acknowledge',
    'Triage',
    'Which lane?',
    'Investigate',
    'A department investigates',
    'Propose',
    'Approve',
    'A manager decides',
    'A manager decides',
    'Carry out remedies',
    'Prepare the reply',
    'Wait for contact hours',
    'Send the reply',
    'Ask how it went',
    'Close',
    'Archive',
  ]);
  expect(ticket.closed?.outcome).toBe('rated-5');
  expect(ticket.replied).toMatchObject({ way: 'sms', inTime: true });
  expect(ticket.commands['r1-v1-m1-1']).toMatchObject({ action: 'fee-waiver', amountMinor: 60_000, state: 'done' });
});

test('a proposal that costs little needs nobody’s approval', async () => {
  const id = await desk.post({}, { remedies: [['fee-waiver', '10.00']] });
  const ticket = await desk.archived(id);
  expect(ticket.proposals.at(-1)?.levels).toEqual([]);
  expect(await desk.states(id)).not.toContain('A manager decides');
});

test('a large one passes three levels, lowest first, each by another person', async () => {
  const id = await desk.post({}, { remedies: [['account-adjustment', '9000.00']] });
  const ticket = await desk.archived(id);
  const approvals = Object.values(ticket.tasks).filter(({ work }) => work === 'approve');
  expect(approvals.map(({ level }) => level)).toEqual(['team-lead', 'department-head', 'head-office']);
  const acted = [...approvals, ...Object.values(ticket.tasks).filter(({ work }) => work === 'investigate')];
  expect(new Set(acted.map(({ closed }) => closed?.by)).size).toBe(acted.length);
});

test('a stolen card is protected before anybody investigates, and the holder is told what to do', async () => {
  const id = await desk.post({ category: 'lost-or-stolen-card', narrative: 'My card was stolen' });
  const ticket = await desk.archived(id);
  const types = typesOf(ticket);
  expect(types.indexOf('CommandCarriedOut')).toBeLessThan(
    eventsOf(ticket).findIndex((event) => event.type === 'TaskOpened' && event.work === 'investigate'),
  );
  expect(Object.values(ticket.messages).map(({ purpose }) => purpose)).toContain('security-advice');
});

test('while the card system is silent the duty officer is called, and it is asked again', async () => {
  const banking = (_: string, nth: number) => (nth < 3 ? ('silence' as const) : ('CommandCarriedOut' as const));
  const id = await desk.post({ category: 'lost-or-stolen-card', narrative: 'My card was stolen' }, { banking });
  const ticket = await desk.archived(id);
  expect(typesOf(ticket).filter((type) => type === 'DutyCalled')).toHaveLength(2);
  expect(Object.values(ticket.messages).filter(({ purpose }) => purpose === 'duty-call')).toHaveLength(2);
  expect(ticket.tasks['r1-protect-1']?.closed?.outcome).toBe('done');
});

test('supporting departments investigate beside the lead, and their findings go into one proposal', async () => {
  const id = await desk.post({ category: 'unauthorised-use', narrative: 'A payment that is not mine' });
  const ticket = await desk.archived(id);
  const investigated = Object.values(ticket.tasks).filter(({ work }) => work === 'investigate');
  expect(investigated.map(({ department }) => department).sort()).toEqual(['accounting', 'risk-control']);
  const openedAt = new Set(investigated.map((task) => task.openedAt));
  expect(openedAt.size).toBe(1);
});

test('a known question is answered on the spot, without departments, and still surveyed', async () => {
  const id = await desk.post({
    category: 'points',
    narrative: 'When do my points expire?',
    demands: ['Tell me when they expire'],
  });
  const ticket = await desk.archived(id);
  expect(ticket.triage?.lane).toBe('on-the-spot');
  expect(await desk.states(id)).toEqual(
    expect.arrayContaining(['Which lane?', 'Prepare the reply', 'Send the reply', 'Ask how it went', 'Archive']),
  );
  expect(typesOf(ticket)).not.toContain('FindingsFiled');
});

test.for(['inquiry', 'suggestion', 'praise'] as const)(
  '%s takes the light path: one owner answers; no clock, no survey',
  async (kind) => {
    const id = await desk.post({ kind, narrative: 'Could the app show my limit on its first page?', demands: [] });
    const ticket = await desk.archived(id);
    expect(ticket.clocks).toEqual({});
    expect(await desk.states(id)).toEqual([
      'Acknowledge',
      'Triage',
      'Which lane?',
      'Answer the enquiry',
      'Prepare the answer',
      'Wait to answer',
      'Send the answer',
      'Close',
      'Archive',
    ]);
  },
);

test('somebody without standing is declined with the way to be authorised, and the record is kept', async () => {
  const id = await desk.post({ complainant: { phone: '+8613123456780', standing: 'none' } });
  const ticket = await desk.archived(id);
  expect(ticket.closed?.outcome).toBe('declined');
  expect(Object.values(ticket.messages).map(({ purpose }) => purpose)).toEqual(['declined']);
});

test('what no rule can route goes where the triage desk sends it', async () => {
  const id = await desk.post(
    { category: undefined, narrative: 'Qwerty uiop.', demands: ['Qwerty'] },
    { routeTo: 'technology' },
  );
  const ticket = await desk.archived(id);
  expect(ticket.triage?.lane).toBe('desk');
  expect(ticket.routed).toMatchObject({ lead: 'technology' });
  expect(Object.values(ticket.tasks).find(({ work }) => work === 'investigate')?.department).toBe('technology');
});
