import { expect, test } from 'vitest';
import { asConfirmed } from '../../functions/domain/as-confirmed.ts';
import type { ProofSheet } from '../../functions/domain/proof/proof-sheet.ts';
import type { ProvenAct } from '../../functions/domain/proof/proven-acts.ts';
import { PROOF } from '../../functions/messages/proof.ts';
import { proofPage } from '../../functions/pages/views/proof.ts';
import { EVERY_EVENT } from '../domain/every-event.ts';

const at = '2026-11-22T02:00:00.000Z';
const acts: readonly ProvenAct[] = [
  { act: 'TaskReassigned', task: 'r1-v1-a0', at, by: 'lead-1', inPlaceOf: [], to: 'lead-2', confirmed: 'code' },
  { act: 'Approved', task: 'r1-v1-a0', level: 'team-lead', at, by: 'lead-2', inPlaceOf: ['lead-1'], confirmed: 'code' },
  { act: 'ExtensionRefused', task: 'x1-ask', at, by: 'head-1', inPlaceOf: [] },
];
const sheet: ProofSheet = {
  ...{ ticket: 'K7Q2M9XTR4ZB', madeAt: at, zone: 'Asia/Shanghai', pack: 'cn-1', receivedAt: at },
  ...{ holds: [], clocks: [], extensions: [], notices: [], acts },
};
const rowsOf = (page: string) =>
  [...page.matchAll(/<tr>(.*?)<\/tr>/gs)].slice(1).map(([, row = '']) => row.replace(/<[^>]+>/g, ' ').trim());

test('the sheet tells who decided what, in whose place, and whether a code confirmed it', async () => {
  const page = String(await proofPage({ locale: 'en', sheet }));
  expect(page).toContain('<h2>Decisions of people</h2>');
  expect(rowsOf(page)).toEqual([
    expect.stringMatching(/Work given to a colleague to lead-2\s+r1-v1-a0\s+lead-1\s+confirmed by a code$/),
    expect.stringMatching(
      /Proposal approved\s+r1-v1-a0\s+lead-2, in the place of lead-1\s+Team lead\s+confirmed by a code$/,
    ),
    expect.stringMatching(/More time refused\s+x1-ask\s+head-1\s+without a code$/),
  ]);
});

test.for([
  ['zh-Hans', '人员决定记录', '已通过验证码确认', '代 lead-1', '未使用验证码'],
  ['zh-Hant', '人員決定記錄', '已通過驗證碼確認', '代 lead-1', '未使用驗證碼'],
] as const)('it does so in %s, too', async ([locale, ...words]) => {
  const page = String(await proofPage({ locale, sheet }));
  for (const word of words) expect(page).toContain(word);
});

test('where nobody has decided anything yet, it says nothing of decisions', async () => {
  const page = String(await proofPage({ locale: 'en', sheet: { ...sheet, acts: [] } }));
  expect(page).not.toContain('Decisions of people');
});

test('whatever people do with a code has a name on the sheet, in every language', () => {
  const types = asConfirmed(Object.values(EVERY_EVENT), 'code').flatMap((one) => ('confirmed' in one ? one.type : []));
  const named = [...new Set(types)].sort();
  for (const { actNames } of Object.values(PROOF)) expect(Object.keys(actNames).sort()).toEqual(named);
});
