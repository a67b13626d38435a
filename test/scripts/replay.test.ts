import { expect, test } from 'vitest';
import { RULES } from '../../functions/rules/check.ts';
import { asked, lines, samplePost, tables, withRow } from './asked-replay.ts';

const fen = (minor: number) => ({ amount: { minor, currency: 'CNY' } });
const LATER_APPROVAL = {
  approvals: withRow(RULES.approvals, ['A3', '*', 70_000, '*', '*', ['team-lead', 'head-office']]),
};

test('a changed approval matrix: whose levels differ, with the rules that decided on both sides', () => {
  const input = lines('money.jsonl', [
    samplePost('P1', fen(60_000)),
    samplePost('P2', fen(80_000)),
    samplePost('P3', fen(10_000)),
    samplePost('P4'),
  ]);
  expect(asked('--input', input, '--against', tables('matrix.json', LATER_APPROVAL))).toEqual({
    input: 'money.jsonl',
    rules: 'current',
    against: 'matrix.json',
    tickets: 4,
    changed: 2,
    fields: { levels: 2 },
    changes: [
      {
        reference: 'P1',
        field: 'levels',
        was: ['team-lead', 'department-head'],
        is: ['team-lead'],
        because: { was: 'A3', is: 'A8' },
      },
      {
        reference: 'P2',
        field: 'levels',
        was: ['team-lead', 'department-head'],
        is: ['team-lead', 'head-office'],
        because: { was: 'A3', is: 'A3' },
      },
    ],
  });
  const { changes } = asked('--input', input, '--against', 'matrix.json', '--total', '60000');
  expect(changes.map(({ reference, is }) => [reference, is])).toEqual(
    ['P1', 'P2', 'P3', 'P4'].map((one) => [one, ['team-lead']]),
  );
});

test('a new version of a pack moves the dates of whoever comes once it is in force, and of complaints alone', () => {
  const [cn] = RULES.packs;
  const clocks = cn?.clocks.map((row) => (row.rule === 'cn-decide-15' ? { ...row, within: 10 } : row));
  const newer = { ...cn, version: '2', clocks, effective: { ...cn?.effective, from: '2026-03-03' } };
  const input = lines('dates.jsonl', [
    { receivedAt: '2026-03-02T23:59:00+08:00', post: samplePost('OLD') },
    { receivedAt: '2026-03-03T00:00:00+08:00', post: samplePost('NEW') },
    { receivedAt: '2026-03-04T00:00:00+08:00', post: samplePost('ASKS', { kind: 'inquiry' }) },
  ]);
  const overlay = tables('pack.json', { packs: [...RULES.packs, newer] });
  expect(asked('--input', input, '--against', overlay).changes).toEqual([
    {
      reference: 'NEW',
      field: 'due.decide',
      was: '2026-03-18T16:00:00.000Z',
      is: '2026-03-13T16:00:00.000Z',
      because: { was: 'cn-decide-15', is: 'cn-decide-15' },
    },
  ]);
});

test('a number of the policy moves what other tables take from it', () => {
  const input = lines('one.jsonl', [{ receivedAt: '2026-03-02T01:00:00Z', post: samplePost('P1') }]);
  const { changes } = asked(
    '--input',
    input,
    '--against',
    tables('policy.json', { policy: { acknowledgeWithinMinutes: 7 } }),
  );
  expect(changes).toMatchObject([{ field: 'due.acknowledge', is: '2026-03-02T01:07:00.000Z' }]);
});

test('severity, lane and department move with their tables, and the dates with the severity', () => {
  const input = lines('route.jsonl', [samplePost('P1')]);
  const overlay = {
    routing: withRow(RULES.routing, ['R07', 'fees-and-interest', 'marketing', ['accounting']]),
    severity: { ...RULES.severity, rows: [['S0', 'fees-and-interest', 0, '*', 'major'], ...RULES.severity.rows] },
  };
  const { changes } = asked('--input', input, '--against', tables('route.json', overlay));
  const fields = Object.fromEntries(
    changes.map(({ field, was, is, because }) => [field, [was, is, because.was, because.is]]),
  );
  expect(fields).toMatchObject({
    severity: ['simple', 'major', 'S99', 'S0'],
    lead: ['accounting', 'marketing', 'R07', 'R07'],
    supporting: [[], ['accounting'], 'R07 none', 'R07 none'],
  });
  expect(Object.keys(fields)).toEqual(['severity', 'lead', 'supporting', 'levels', 'due.approval']);
});
