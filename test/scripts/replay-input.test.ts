import { expect, test } from 'vitest';
import { RULES } from '../../functions/rules/check.ts';
import { asked, lines, replay, samplePost, tables, withRow } from './asked-replay.ts';

test('rows of a public complaint file, in words: references and rules, nothing of what people wrote', () => {
  const rows = [
    {
      'Complaint ID': '101',
      'Consumer complaint narrative': 'I was charged a late fee and interest that nobody told me of.',
    },
    { 'Complaint ID': '102', 'Consumer complaint narrative': '' },
  ];
  const overlay = tables('lead.json', {
    routing: withRow(RULES.routing, ['R07', 'fees-and-interest', 'marketing', []]),
  });
  const { stdout, stderr } = replay('--input', lines('public.jsonl', rows), '--against', overlay);
  expect(stdout).toMatch(/^101 {2}lead accounting -> marketing \(R07 -> R07\)\n/);
  expect(stdout).toContain('2 posts, 1 tickets, 1 changed');
  expect(stderr).toContain('left out, line 2: refused, narrative: empty');
  expect(stdout + stderr).not.toMatch(/charged|Sample Person|55501/);
});

test('a post sent twice, and one from a person without standing, are no more tickets', () => {
  const none = { complainant: { standing: 'none' } };
  const input = lines('again.jsonl', [samplePost('P1'), samplePost('P1'), samplePost('P2', none), { hello: 1 }]);
  const { stdout, stderr } = replay('--input', input, '--against', 'current', '--json');
  expect(JSON.parse(stdout)).toMatchObject({ tickets: 1, changed: 0, fields: {}, changes: [] });
  expect(stderr).toMatch(
    /line 2: the reference of a post before it[\s\S]*line 3: declined[\s\S]*line 4: refused, version/,
  );
});

test('the samples of the demo, and only the first of them', () => {
  expect(asked('--input', 'samples', '--against', 'current', '--limit', '3')).toMatchObject({ tickets: 3, changed: 0 });
});
