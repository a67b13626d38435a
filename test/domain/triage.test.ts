import { expect, test } from 'vitest';
import { type TriageInput, triage } from '../../functions/domain/triage.ts';
import { TRIAGE_TABLES } from '../../functions/rules/triage-tables.ts';

const annualFee: TriageInput = {
  kind: 'complaint',
  narrative: '办卡时说免年费，现在扣了我600元年费，要求退还。',
  demands: ['退还年费'],
  tier: 'standard',
  channel: 'app',
  publicPost: false,
  standing: 'self',
  identity: 'strong',
};
const triaged = (change: Partial<TriageInput> = {}) => triage(TRIAGE_TABLES, { ...annualFee, ...change });
const why = (question: string, change: Partial<TriageInput> = {}) =>
  triaged(change).because.find((one) => one.question === question);

test('a plain complaint goes to its department, with the rule behind each answer', () => {
  expect(triaged()).toMatchObject({
    category: 'fees-and-interest',
    severity: 'simple',
    urgent: false,
    lane: 'standard',
    lead: 'accounting',
    supporting: [],
  });
  expect(triaged().because.map(({ question }) => question)).toEqual(['category', 'urgent', 'severity', 'lead', 'lane']);
  expect(why('lead')).toMatchObject({ table: 'routing', version: '1', rule: 'R07' });
});

test.for<readonly [string, Partial<TriageInput>, Partial<ReturnType<typeof triage>>]>([
  [
    'a stolen card is urgent',
    { narrative: '钱包被偷，信用卡也在里面', demands: [] },
    { lane: 'urgent', lead: 'risk-control' },
  ],
  [
    'a card in other hands is urgent whatever the agent chose',
    { narrative: '有人在用，怀疑盗刷', category: 'service-attitude' },
    { urgent: true, lane: 'urgent', lead: 'customer-service', supporting: ['risk-control'] },
  ],
  ['an inquiry takes the light path', { kind: 'inquiry' }, { lane: 'light', lead: 'accounting' }],
  [
    'a suggestion without a known word is owned all the same',
    { kind: 'suggestion', narrative: '多放点绿植', demands: [] },
    { lane: 'light', lead: 'customer-service', category: 'suggestion' },
  ],
  ['praise is never urgent', { kind: 'praise', narrative: '上次挂失办得很快，谢谢' }, { lane: 'light' }],
  [
    'an inquiry about a stolen card is urgent',
    { kind: 'inquiry', narrative: 'my card was stolen, what now?' },
    { lane: 'urgent' },
  ],
  [
    'words that say nothing go to the triage desk',
    { narrative: '太失望了', demands: [] },
    { lane: 'desk', category: 'unclear' },
  ],
  ['a category the agent chose stands', { category: 'points' }, { category: 'points', lead: 'marketing' }],
  ['a category nobody knows does not', { category: 'weather' }, { category: 'fees-and-interest' }],
  [
    'a known question is answered on the spot',
    { narrative: '请问我的积分什么时候过期？', demands: [] },
    { lane: 'on-the-spot', answer: 'points-expiry' },
  ],
  [
    'a known question in public is not',
    { narrative: '请问我的积分什么时候过期？', demands: [], publicPost: true },
    { lane: 'standard', severity: 'complex' },
  ],
  ['a public post is complex', { publicPost: true }, { severity: 'complex' }],
  ['one passed on by a regulator is complex', { passedOnBy: 'pboc' }, { severity: 'complex' }],
  ['a large amount is major', { amount: { minor: 10_000_000, currency: 'CNY' } }, { severity: 'major' }],
  [
    'an amount nobody has measured is complex',
    { amount: { minor: 10_000_000, currency: 'JPY' } },
    { severity: 'complex' },
  ],
  ['demands count as words', { narrative: '很失望', demands: ['恢复我的积分'] }, { category: 'points' }],
])('%s', ([, change, expected]) => {
  expect(triaged(change)).toMatchObject(expected);
});

test('the category names the row that gave most, and the rows that lost', () => {
  const because = why('category', { narrative: '年费年费年费，积分也没了', demands: [] });
  expect(because).toMatchObject({ table: 'triage-words', rule: 'W231', passedOver: ['W301'] });
});

test('rows passed over are named, at most twelve of them', () => {
  expect(why('lane')?.passedOver).toEqual(['L1', 'L2', 'L3', 'L4']);
  const everything = TRIAGE_TABLES.words.rows.map(([, , , zhHans, , en]) => `${zhHans[0]} ${en[0]}`).join(' ');
  expect(why('category', { narrative: everything })?.passedOver).toHaveLength(12);
});

test('English phrases are whole words, whatever the case and the apostrophe', () => {
  expect(triaged({ narrative: 'FEE', demands: [] }).category).toBe('fees-and-interest');
  expect(triaged({ narrative: 'coffee', demands: [] }).category).toBe('unclear');
  expect(triaged({ narrative: 'I DIDN’T AUTHORIZE it', demands: [] }).category).toBe('unauthorised-use');
  expect(triaged({ narrative: 'i didn t authorize it', demands: [] }).category).toBe('unauthorised-use');
});

test('the longest narrative is read in one go', () => {
  const { category } = triaged({ narrative: 'I was charged a late fee. '.repeat(1_230) });
  expect(category).toBe('fees-and-interest');
});
