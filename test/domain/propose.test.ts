import { expect, test } from 'vitest';
import { isReturnedTooOften, proposalAsked, propose, refuseOldFindings } from '../../functions/domain/propose.ts';
import { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { APPROVAL_MATRIX } from '../../functions/rules/approval-matrix.ts';
import { after, asked, digestOf, filed, given, opened, received, returned, triaged } from './a-ticket.ts';
import { EVERY_EVENT } from './every-event.ts';
import { findings, proposalOf } from './findings-sample.ts';

const refund = (amountMinor: number) => findings({ remedies: [{ kind: 'account-adjustment', amountMinor }] });
const sorry = findings({ remedies: [{ kind: 'apology', amountMinor: 0 }] });
const simple = given(received(), triaged({ severity: 'simple' }));
const content = proposalOf(1, refund(60_000), sorry);
const made = propose(simple, content, digestOf('1'), APPROVAL_MATRIX);
const levelsOf = (ticket: typeof simple, amountMinor = 0) =>
  propose(ticket, proposalOf(1, refund(amountMinor)), digestOf('1'), APPROVAL_MATRIX)[0];

test('a proposal goes to the log by its digest, with every department’s remedies, the levels, and the rule that says so', () => {
  expect(made).toEqual([
    {
      type: 'ProposalMade',
      version: 1,
      proposal: digestOf('1'),
      totalMinor: 60_000,
      levels: ['team-lead', 'department-head'],
      because: expect.objectContaining({ table: 'approval-matrix', rule: 'A3', passedOver: ['A0', 'A1', 'A2'] }),
      remedies: [
        { remedy: 'r1-v1-m1', kind: 'account-adjustment', amountMinor: 60_000 },
        { remedy: 'r1-v1-m2', kind: 'apology', amountMinor: 0 },
      ],
    },
  ]);
  expect(TicketEvent.parse(made[0])).toEqual(made[0]);
});

test('a version is proposed once, and a return makes the next', () => {
  const proposed = after(simple, ...made);
  expect(propose(proposed, content, digestOf('1'), APPROVAL_MATRIX)).toEqual([]);
  const sentBack = after(proposed, asked('a0', 'lead-1'), returned('a0', 'lead-1'));
  expect(propose(sentBack, proposalOf(2, refund(100)), digestOf('2'), APPROVAL_MATRIX)).toMatchObject([
    { version: 2, proposal: digestOf('2'), remedies: [{ remedy: 'r1-v2-m1' }] },
  ]);
  const second = after(sentBack, ...propose(sentBack, proposalOf(2, refund(100)), digestOf('2'), APPROVAL_MATRIX));
  expect(propose(second, proposalOf(2, refund(100)), digestOf('2'), APPROVAL_MATRIX)).toEqual([]);
});

test.for([
  ['nothing to say against it', simple, 0, 'A99'],
  ['a high amount', simple, 500_000, 'A2'],
  ['a complex matter', given(received(), triaged({ severity: 'complex' })), 0, 'A7'],
  ['a public post', given(received({ publicPost: true }), triaged({ severity: 'simple' })), 0, 'A5'],
  ['a regulator who waits', given(received({ passedOnBy: 'pboc' }), triaged({ severity: 'simple' })), 0, 'A4'],
  ['its category', given(received(), triaged({ severity: 'simple', category: 'collection-practice' })), 0, 'A6'],
  ['nobody having triaged it', given(received()), 0, 'A7'],
] as const)('the levels look at %s', ([, ticket, amountMinor, rule]) => {
  expect(levelsOf(ticket, amountMinor)).toMatchObject({ because: { rule } });
});

test('what the triage desk says of a ticket goes before what the tables said', () => {
  const routing = after(simple, opened('r1-route', 'triage-desk', { work: 'route' }));
  const way = { lead: 'accounting', supporting: [], category: 'refund', severity: 'major' as const };
  const routed = after(routing, { type: 'Routed', task: 'r1-route', ...way });
  expect(levelsOf(routed)).toMatchObject({ because: { rule: 'A1' } });
});

test('a proposal returned more often than allowed goes to the desk, and on once more each time the desk lets it', () => {
  const often = { ...simple, returns: 4 };
  expect([3, 4].map((returns) => isReturnedTooOften({ ...simple, returns }, 3))).toEqual([false, true]);
  const parked = after(often, { ...EVERY_EVENT.Parked, task: 'p1', error: 'ReturnedTooOften' });
  expect(isReturnedTooOften(parked, 3)).toBe(true);
  const letOn = after(parked, { ...EVERY_EVENT.Resumed, task: 'p1' });
  expect(isReturnedTooOften(letOn, 3)).toBe(false);
  expect(isReturnedTooOften({ ...letOn, returns: 5 }, 3)).toBe(true);
});

test('nobody is asked about what was sent back, nor is it proposed again before its department has found more', () => {
  const found = after(simple, opened('r1-v1-s0-0', 'handler-1'), filed('r1-v1-s0-0', 'handler-1'), ...made);
  expect(proposalAsked(found)).toMatchObject({ version: 1 });
  expect(() => refuseOldFindings(found)).not.toThrow();

  const sentBack = after(found, asked('a0', 'lead-1'), returned('a0', 'lead-1'));
  const again = expect.objectContaining({ name: 'Returned' });
  expect(() => proposalAsked(sentBack)).toThrow(again);
  expect(() => refuseOldFindings(sentBack)).toThrow(again);

  const foundMore = after(sentBack, opened('r1-v2-s0-0', 'handler-1'), filed('r1-v2-s0-0', 'handler-1'));
  expect(() => refuseOldFindings(foundMore)).not.toThrow();
  const [second] = propose(foundMore, proposalOf(2, refund(100)), digestOf('2'), APPROVAL_MATRIX);
  expect(second && proposalAsked(after(foundMore, second))).toMatchObject({ version: 2 });
});
