import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asked, DIR, lines, ROOT, samplePost, written } from './asked-replay.ts';

const input = () => lines('money.jsonl', [samplePost('P1', { amount: { minor: 60_000, currency: 'CNY' } })]);

test('another checkout, by its directory or by a commit, without packages of its own', () => {
  const functions = join(DIR, 'functions');
  mkdirSync(functions);
  for (const tree of ['rules', 'domain'])
    cpSync(join(ROOT, 'functions', tree), join(functions, tree), { recursive: true });
  const matrix = join(functions, 'rules', 'approval-matrix.ts');
  writeFileSync(matrix, readFileSync(matrix, 'utf8').replace('50_000,', '70_000,'));
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=Sample', '-c', 'user.email=sample@redress.test', '-c', 'commit.gpgsign=false', ...args],
      { cwd: DIR },
    );
  git('init', '-q');
  git('add', 'functions');
  git('commit', '-q', '-m', 'an earlier release');

  const change = { field: 'levels', was: ['team-lead'], because: { was: 'A8', is: 'A3' } };
  for (const other of [DIR, 'git:HEAD']) {
    expect(asked('--input', input(), '--rules', other, '--against', 'current').changes).toMatchObject([change]);
  }
  expect(asked('--input', input(), '--rules', DIR, '--against', 'current', '--tables', 'lanes,packs').changed).toBe(0);
});

test('tables written as a module, which may build on the current ones', () => {
  const check = JSON.stringify(join(ROOT, 'functions', 'rules', 'check.ts'));
  const module = `import { RULES } from ${check};
const { approvals } = RULES;
export default { approvals: { ...approvals, rows: approvals.rows.filter(([rule]) => rule !== 'A3') } };`;
  const { changes } = asked('--input', input(), '--against', written('without-a3.ts', module));
  expect(changes).toMatchObject([{ field: 'levels', is: ['team-lead'], because: { was: 'A3', is: 'A8' } }]);
});
