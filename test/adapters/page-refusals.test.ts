import { expect, test } from 'vitest';
import { toldAs } from '../../functions/adapters/page-refusals.ts';
import * as all from '../../functions/domain/refusals.ts';
import { refusal } from '../../functions/pages/views/refusal.ts';

const refusals = { ...all };
const LOCALES = ['zh-Hans', 'zh-Hant', 'en'] as const;
const NAMES = [
  ...([
    'TaskClosed',
    'ProposalChanged',
    'NotYours',
    'SamePersonTwice',
    'Recused',
    'MayNotTakeIt',
    'LogMovedOn',
  ] as const),
  ...(['NotExtendable', 'ExtensionTooLate', 'NotStoppable', 'NotRestartable', 'NoFurtherRound'] as const),
];

test.for(NAMES)('whoever is refused with %s reads why, in their language, and finds the way back', async (name) => {
  const { statusCode, name: told } = toldAs(new refusals[name]('r1-v1-a0'));
  expect([told, statusCode]).toEqual([name, 409]);
  const pages = LOCALES.map((locale) => String(refusal(told, locale, { back: '/a/token' })));
  for (const page of pages) {
    expect(page).toMatch(/<p>[^<]{8,}<\/p>/);
    expect(page).toContain('href="/a/token"');
    expect(page).not.toContain(String(refusal('Fault', 'en')).match(/<p>[^<]+<\/p>/)?.[0]);
  }
  expect(new Set(pages).size).toBe(LOCALES.length);
});

test('a link to a task that its ticket never had looks as any wrong link does', () => {
  expect(toldAs(new all.UnknownTask('r1-v1-a9'))).toEqual({ name: 'LinkGone', statusCode: 404 });
});

test('what nobody foresaw is a fault of ours', () => {
  expect(toldAs(new TypeError('undefined is no function'))).toEqual({ name: 'Fault', statusCode: 500 });
});
