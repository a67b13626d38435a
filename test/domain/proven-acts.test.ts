import { expect, test } from 'vitest';
import { provenActs } from '../../functions/domain/proof/proven-acts.ts';
import { asked, decisions, digestOf, minutes, opened, proposed, received, returned, type Told } from './a-ticket.ts';
import { EVERY_EVENT } from './every-event.ts';

const confirmed = 'code' as const;
const waiting: Told[] = [received(), proposed(1), asked('a0', 'lead-1')];
const approvedBy = (by: string): Told => [by, { type: 'Approved', task: 'a0', proposal: digestOf('1'), confirmed }];
const actsOf = (...told: Told[]) => provenActs(decisions(told));

test('an approval names who gave it, when, at which level, and that a code confirmed it', () => {
  expect(actsOf(...waiting, approvedBy('lead-1'))).toEqual([
    { act: 'Approved', task: 'a0', at: minutes(3), by: 'lead-1', level: 'team-lead', inPlaceOf: [], confirmed },
  ]);
});

test('what was decided before there were codes is there, and has none', () => {
  const [act] = actsOf(...waiting, returned('a0', 'lead-1'));
  expect(act).toEqual(expect.objectContaining({ act: 'Returned', by: 'lead-1' }));
  expect(act?.confirmed).toBeUndefined();
});

test('a delegate decides in the place of everybody who gave it on, and so does a deputy', () => {
  const give = (from: string, to: string): Told => [
    from,
    { type: 'TaskReassigned', task: 'a0', from, to, because: 'delegated', actingFor: 'lead-1', confirmed },
  ];
  const given = actsOf(...waiting, give('lead-1', 'lead-2'), give('lead-2', 'lead-3'), approvedBy('lead-3'));
  expect(given.map(({ act, by, inPlaceOf, to }) => [act, by, inPlaceOf, to])).toEqual([
    ['TaskReassigned', 'lead-1', [], 'lead-2'],
    ['TaskReassigned', 'lead-2', ['lead-1'], 'lead-3'],
    ['Approved', 'lead-3', ['lead-1', 'lead-2'], undefined],
  ]);
  const deputy = { ...asked('a0', 'lead-2'), actingFor: 'lead-1' };
  const [act] = actsOf(received(), proposed(1), deputy, approvedBy('lead-2'));
  expect(act?.inPlaceOf).toEqual(['lead-1']);
});

test('somebody above who decides what was late does so at their own level, in nobody’s place', () => {
  const late: Told = { type: 'Escalated', task: 'a0', to: 'head-1', level: 'department-head', rule: 'E8' };
  const deputy = { ...asked('a0', 'lead-2'), actingFor: 'lead-1' };
  const [act] = actsOf(received(), proposed(1), deputy, late, approvedBy('head-1'));
  expect(act).toMatchObject({ by: 'head-1', level: 'department-head', inPlaceOf: [] });
});

test('more time granted or refused is a decision, and whatever else a code confirmed', () => {
  const { ExtensionProposed, ExtensionApproved } = EVERY_EVENT;
  const acts = actsOf(
    ...[received(), opened('t', 'head-1', { work: 'extend' }), opened('s0', 'handler-1')],
    ['handler-1', { ...ExtensionProposed, extension: 'x1' }],
    ['head-1', { ...ExtensionApproved, confirmed }],
    ['handler-1', { type: 'FindingsFiled', task: 's0', findings: digestOf('f'), totalMinor: 9_000_000, confirmed }],
  );
  expect(acts.map(({ act, by, confirmed: how }) => [act, by, how])).toEqual([
    ['ExtensionApproved', 'head-1', 'code'],
    ['FindingsFiled', 'handler-1', 'code'],
  ]);
});

test('what the watch does by itself is nobody’s decision', () => {
  const away: Told = {
    ...{ type: 'TaskReassigned', task: 'a0', from: 'lead-1', to: 'lead-2', because: 'absent', actingFor: 'lead-1' },
  };
  expect(actsOf(...waiting, ['watch', away as never], { type: 'Reminded', task: 'a0' })).toEqual([]);
});
