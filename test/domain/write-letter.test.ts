import { expect, test } from 'vitest';
import { ComplaintPosted } from '../../functions/domain/complaint-posted.ts';
import { writeLetter } from '../../functions/domain/write-letter.ts';
import type { AnswerLibrary } from '../../functions/rules/answer-library.ts';
import { CN } from '../../functions/rules/packs/cn.ts';
import { POLICY } from '../../functions/rules/policy.ts';
import { after, at, given, proposed, received, triaged } from './a-ticket.ts';
import { findings, proposalOf } from './findings-sample.ts';

const per = (text: string) => ({ 'zh-Hans': `${text}（简）`, 'zh-Hant': `${text}（繁）`, en: `${text} (en)` });
const library: AnswerLibrary = {
  ...{ id: 'answer-library', version: '7', source: 'this test', longestNarrative: 200 },
  rows: [['points-expiry', 'points', [['expire']], per('two years'), per('terms')]],
};
const post = ComplaintPosted.parse({
  ...{ version: 1, channel: 'app', channelReference: 'A-1', narrative: '重复扣款', demands: ['退款', '道歉'] },
});
const sources = { post, library, pack: CN, policy: POLICY, now: new Date(at) };
const complaint = given(received(), triaged());

const lead = findings({
  facts: '清算了两次。',
  basis: [{ kind: 'contract', citation: '合约第12条' }],
  answers: [
    { verdict: 'accept', reason: '已退。' },
    { verdict: 'part', reason: '谨致歉意。' },
  ],
});
const support = findings({
  facts: '终端重传。',
  basis: [
    { kind: 'contract', citation: '合约第12条' },
    { kind: 'law', citation: '某法第3条' },
  ],
  answers: [{ verdict: 'reject', reason: '与我部无关。' }],
});
const remedies = [
  { remedy: 'm1', kind: 'account-adjustment', amountMinor: 42_050 },
  { remedy: 'm2', kind: 'fee-waiver', amountMinor: 100 },
  { remedy: 'm3', kind: 'apology', amountMinor: 0 },
  { remedy: 'm4', kind: 'process-fix', amountMinor: 0 },
];

test('the letter tells every department’s facts and basis once, and the lead’s answer to each demand', () => {
  const letter = writeLetter(complaint, { ...sources, proposal: proposalOf(1, lead, support) });
  expect(letter).toMatchObject({
    ...{ locale: 'zh-Hans', writtenAt: at },
    facts: ['清算了两次。', '终端重传。'],
    basis: ['合约第12条', '某法第3条'],
    answers: [
      { demand: '退款', verdict: 'accept', reason: '已退。' },
      { demand: '道歉', verdict: 'part', reason: '谨致歉意。' },
    ],
  });
});

test('a demand nobody answered is not answered by the letter either: the reply gate will see it', () => {
  const letter = writeLetter(complaint, { ...sources, proposal: proposalOf(1, support) });
  expect(letter.answers).toMatchObject([{ demand: '退款', verdict: 'reject' }]);
});

test('each remedy is told with the state it is in: the letter itself is the apology', () => {
  const carried = after(
    complaint,
    proposed(1, { remedies: [{ remedy: 'm0', kind: 'coaching', amountMinor: 0 }] }),
    proposed(2, { remedies }),
    { type: 'TaskOpened', task: 'r1-remedies-1', work: 'remedies', person: 'core-banking' },
    { type: 'CommandOrdered', command: 'm1-1', action: 'account-adjustment', task: 'r1-remedies-1' },
    { type: 'CommandOrdered', command: 'm2-1', action: 'fee-waiver', task: 'r1-remedies-1' },
    { type: 'CommandCarriedOut', command: 'm1-1' },
  );
  expect(writeLetter(carried, { ...sources, proposal: proposalOf(1, lead) }).remedies).toEqual([
    { kind: 'account-adjustment', amountMinor: 42_050, state: 'done' },
    { kind: 'fee-waiver', amountMinor: 100, state: 'under-way' },
    { kind: 'apology', amountMinor: 0, state: 'done' },
    { kind: 'process-fix', amountMinor: 0, state: 'under-way' },
  ]);
});

test('on the spot the answer library speaks, in the complainant’s language, to every demand', () => {
  const spot = given(received(), triaged({ lane: 'on-the-spot', answer: 'points-expiry' }));
  const letter = writeLetter(spot, { ...sources, post: { ...post, locale: 'en' } });
  expect(letter).toMatchObject({ locale: 'en', facts: ['two years (en)'], basis: ['terms (en)'], remedies: [] });
  expect(letter.answers).toEqual([
    { demand: '退款', verdict: 'accept', reason: 'two years (en)' },
    { demand: '道歉', verdict: 'accept', reason: 'two years (en)' },
  ]);
});

test('an answer that the library no longer has is a fault that names its version', () => {
  const spot = given(received(), triaged({ lane: 'on-the-spot', answer: 'gone' }));
  expect(() => writeLetter(spot, sources)).toThrow(/has no gone: version 7/);
});

test('on the light path the letter is what its owner wrote, or nothing', () => {
  const inquiry = given(received({ kind: 'inquiry' }), triaged({ lane: 'light' }));
  const bare = { basis: [], answers: [], remedies: [], furtherWays: [] };
  expect(writeLetter(inquiry, { ...sources, answer: '两年内有效。' })).toMatchObject({
    ...bare,
    facts: ['两年内有效。'],
  });
  expect(writeLetter(inquiry, sources)).toMatchObject({ ...bare, facts: [] });
});

test('whoever complains is told of the ways still open, as the pack has them', () => {
  const ways = ['verification', 'mediation', 'arbitration', 'litigation'];
  expect(writeLetter(complaint, { ...sources, proposal: proposalOf(1, lead) }).furtherWays).toEqual(ways);
  expect(writeLetter(complaint, { ...sources, pack: { ...CN, furtherWays: [] } }).furtherWays).toEqual([]);
});
