import { expect, test } from 'vitest';
import { incidentId, joinIncident, majorBy, matterOf, raise } from '../../functions/domain/incident.ts';
import { MAJOR } from '../../functions/rules/major.ts';
import { POLICY } from '../../functions/rules/policy.ts';
import { after, given, received, triaged } from './a-ticket.ts';

const said = { narrative: 'The refund never came.', demands: [], channel: 'app', publicPost: false } as const;

test.for([
  ['a merchant, whatever else', { merchant: 'm', product: 'p' }, 'K1'],
  ['a product', { product: 'p', amount: 'a' }, 'K2'],
  ['one amount on one day', { amount: 'a', day: 'd' }, 'K3'],
] as const)('tickets gather on %s', ([, likeness, rule]) => {
  const matter = matterOf(MAJOR, 'refund', likeness);
  expect(matter).toMatchObject({ rule, tickets: POLICY.clusterOfTickets, withinDays: POLICY.clusterWindowDays });
  expect(matterOf(MAJOR, 'points', likeness)?.common).not.toEqual(matter?.common);
});

test.for([
  ['an amount alone', 'refund', { amount: 'a' }],
  ['the same words', 'refund', { text: 't' }],
  ['what nobody understood', 'unclear', { merchant: 'm' }],
] as const)('tickets do not gather on %s', ([, category, likeness]) => {
  expect(matterOf(MAJOR, category, likeness)).toBeUndefined();
});

test.for([
  ['words of danger', { ...said, narrative: '再不处理就有生命危险' }, 'J1'],
  ['words of public health', { ...said, demands: ['There was food poisoning at your event'] }, 'J2'],
  ['a crowd at the counter', { ...said, narrative: '我们集体投诉', channel: 'branch' }, 'J3'],
  ['a crowd on the phone', { ...said, narrative: '我们集体投诉', channel: 'phone' }, undefined],
  ['the press, in public', { ...said, narrative: 'I told a journalist', publicPost: true }, 'J4'],
  ['the press, in private', { ...said, narrative: 'I will tell a journalist' }, undefined],
  ['an ordinary complaint in public', { ...said, publicPost: true }, undefined],
] as const)('%s', ([, post, rule]) => {
  expect(majorBy(MAJOR, post)).toBe(rule);
});

test('an incident is raised once and joined once, and whoever raised it does not join it', () => {
  const open = given(received(), triaged());
  const incident = incidentId('K1', 'A');
  const raised = raise(open, incident, 'K1', 20);
  expect(raised).toEqual([{ type: 'IncidentRaised', incident: 'K1-A', rule: 'K1', tickets: 20 }]);
  expect(raise(after(open, ...raised), incident, 'K1', 21)).toEqual([]);
  expect(joinIncident(after(open, ...raised), incident, 'K1')).toEqual([]);
  expect(joinIncident(after(open, ...joinIncident(open, incident, 'K1')), incident, 'K1')).toEqual([]);
});
