import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SCRIPT = join(import.meta.dirname, '..', '..', 'scripts', 'clock.ts');

function clock(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}
const received = ['--received', '2026-02-10T23:59:00+08:00'];
const hours = ['--working-hours', '8', '--from', '2026-02-10T09:00:00+08:00'];
type Answer = { clocks: { id: string; dueAt: string }[] };
const dues = (...args: string[]) => {
  const { clocks }: Answer = JSON.parse(clock('--json', ...args).stdout);
  return Object.fromEntries(clocks.map(({ id, dueAt }) => [id, dueAt]));
};

test('as JSON: the pack, when it came, and each clock with its derivation', () => {
  const answer = JSON.parse(clock('--pack', 'cn', ...received, '--json').stdout);
  expect(Object.keys(answer)).toEqual(['pack', 'receivedAt', 'clocks']);
  expect(answer).toMatchObject({ pack: 'cn', receivedAt: '2026-02-10T15:59:00.000Z' });
  expect(answer.clocks).toHaveLength(4);
  for (const one of answer.clocks) {
    expect(Object.keys(one)).toEqual(['id', 'startsAt', 'dueAt', 'unit', 'derivation']);
    expect(one.derivation.at(-1)).toContain(one.dueAt);
  }
});

test('what is asked for moves the clocks it concerns', () => {
  const later = ['--replied', '2026-02-20T10:00:00Z', '--via', 'pboc', '--extended', '1', '--tier', 'platinum'];
  expect(dues(...received, ...later, '--severity', 'major')).toEqual({
    acknowledge: '2026-02-10T16:09:00.000Z',
    decide: '2026-03-12T16:00:00.000Z',
    transferred: '2026-04-11T16:00:00.000Z',
    verification: '2026-03-22T16:00:00.000Z',
    department: '2026-02-12T05:00:00.000Z',
    approval: '2026-02-12T07:00:00.000Z',
  });
});

test('a pack has its own zone, and the bank may say another', () => {
  expect(dues('--pack', 'uk', '--received', '2026-06-30T23:30:00Z').decide).toBe('2026-08-26T23:00:00.000Z');
  expect(dues('--pack', 'eu', ...received, '--zone', 'Europe/Dublin').decide).toBe('2026-03-04T00:00:00.000Z');
});

test('in words: the marks and the derivation', () => {
  const { stdout } = clock(...received);
  expect(stdout).toContain('decide        due 2026-02-25T16:00:00.000Z');
  expect(stdout).toContain(
    'Day 0 is Tuesday 2026-02-10, the day in Asia/Shanghai on which it was received (23:59:00).',
  );
  expect(stdout).toMatch(/three days +2026-02-22T16:00:00.000Z/);
});

test('working hours on the bank’s calendar', () => {
  const ask = (from: string) => JSON.parse(clock('--working-hours', '12.5', '--from', from, '--json').stdout);
  expect(ask('2026-02-14T15:00:00+08:00')).toEqual({ dueAt: '2026-02-25T03:30:00.000Z' });
  expect(ask('2026-12-31T10:00:00+08:00')).toMatchObject({ certain: false });
});

test.for<readonly [string, readonly string[], string]>([
  ['no complaint', [], '--received is missing'],
  ['no offset', ['--received', '2026-02-10T23:59:00'], 'an instant with its offset'],
  ['a day that does not exist', ['--received', '2026-02-30T00:00:00Z'], 'an instant with its offset'],
  ['an unknown pack', ['--pack', 'mars', ...received], 'must be one of cn, eu, uk'],
  ['an unknown zone', ['--zone', 'Mars', ...received], 'not an IANA time zone'],
  ['an extension the pack does not know', ['--pack', 'uk', ...received, '--extended', '1'], 'knows no extension'],
  ['a reply before the complaint', [...received, '--replied', '2026-02-09T00:00:00Z'], 'before the complaint'],
  ['hours that are none', ['--working-hours', 'x', '--from', '2026-02-10T00:00:00Z'], 'above 0'],
  ['hours no person would write', ['--working-hours', '0x10', '--from', '2026-02-10T00:00:00Z'], 'above 0'],
  [
    'a review asked for before the reply',
    [...received, '--replied', '2026-03-01T00:00:00Z', '--verification-asked', '2026-02-20T00:00:00Z'],
    'or replied to',
  ],
  ['an option that does not exist', ['--tea'], 'see --help'],
  ['an option given twice', [...received, '--received', '2026-02-12T00:00:00Z'], '--received is given twice'],
  ...(['extended', 'replied', 'verification-asked', 'via', 'tier', 'severity'] as const).map(
    (name) => [`--${name} of working hours`, [...hours, `--${name}`, '1'], `--${name} belongs to a complaint`] as const,
  ),
])('%s is refused with what to do', ([, args, why]) => {
  const { status, stdout, stderr } = clock(...args);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(why);
});

test('of a great many working hours the first days left out are named, and how many more there are', () => {
  const { stdout, stderr } = clock('--working-hours', '20000', ...hours.slice(2));
  expect(JSON.parse(stdout).dueAt).toMatch(/^20\d\d-/);
  expect(stderr).toMatch(/, and \d+ days more\.\n/);
  for (const line of stderr.split('\n')) expect(line.length).toBeLessThan(1_000);
});

test('--help says how it is asked', () => {
  expect(clock('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--working-hours N --from ISO') });
});
