import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Verdict } from '../../scripts/verify/ticket.ts';
import { anArchive, DAYS, numbered } from './verify/an-archive.ts';

const SCRIPT = join(import.meta.dirname, '../../scripts/verify.ts');
const TICKETS = 6;
/** Sealed on the second day, and on the last. */
const [SECOND, LAST] = [numbered(0), numbered(2)];
const [OLDEST, , , NEWEST] = DAYS;

let [work, clean, key] = ['', '', ''];
/** A copy that the hands of the test are in, its anchors, and an empty folder elsewhere. */
let [archive, anchors, elsewhere] = ['', '', ''];
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'verify-'));
  clean = join(work, 'clean');
  key = anArchive(clean, TICKETS);
});
afterAll(() => rmSync(work, { recursive: true, force: true }));
beforeEach(() => {
  [archive, elsewhere] = [join(work, 'copy'), join(work, 'elsewhere')];
  anchors = join(archive, 'anchors');
  for (const folder of [archive, elsewhere]) rmSync(folder, { recursive: true, force: true });
  cpSync(clean, archive, { recursive: true });
  mkdirSync(elsewhere);
});

function verify(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8' });
  const verdicts = stdout.split('\n').flatMap((line): Verdict[] => (line ? [JSON.parse(line)] : []));
  return { status, stderr, verdicts, bad: verdicts.filter(({ ok }) => !ok).map(({ ticket }) => ticket) };
}
const remove = (...path: string[]) => rmSync(join(archive, ...path), { recursive: true });
const rename = (from: string, to: string) => renameSync(join(archive, from), join(archive, to));

describe('what holds', () => {
  test.for<[what: string, args: () => string[], said: string]>([
    ['an archive', () => [], `${DAYS.length} anchors from ${OLDEST} to ${NEWEST}, 0 faults`],
    ['an archive, whole', () => ['--whole'], '0 faults'],
    ['with its own anchors', () => ['--anchors', anchors], '0 faults'],
    ['with anchors from elsewhere', () => ['--anchors', join(clean, 'anchors')], 'nobody asked for tickets'],
  ])('%s', ([, args, said]) => {
    const { status, verdicts, stderr } = verify(archive, '--key', key, ...args());
    expect([status, verdicts.length, stderr]).toEqual([0, TICKETS, expect.stringContaining(said)]);
  });

  test('a folder of tickets alone, and it is said that nobody can see what is gone', () => {
    for (const one of ['anchors', 'keys', SECOND]) remove(one);
    const { status, verdicts, stderr } = verify(archive);
    expect([status, verdicts.length]).toEqual([0, TICKETS - 1]);
    expect(stderr).toContain('no anchors were looked at: a ticket that is missing');
  });

  test('the last anchors alone, for whoever says since when they have them', () => {
    for (const day of DAYS.slice(0, 2)) remove('anchors', `${day}.json`);
    const since = (date: string) => verify(archive, '--key', key, '--whole', '--anchors-since', date).status;
    expect([since('2026-03-04'), since('2026-03-03'), since('2026-03-10')]).toEqual([0, 1, 1]);
  });
});

describe('anchors that are asked for and are not there are a fault, named in a line', () => {
  const oldestGone = () => {
    for (const day of DAYS.slice(0, 3)) remove('anchors', `${day}.json`);
  };
  test.for<[what: string, hands: () => void, args: () => string[], said: string]>([
    ['the oldest', oldestGone, () => [], `anchors: ${NEWEST}.json follows the anchor of 2026-03-04, which is missing`],
    ['the oldest, of a whole archive', oldestGone, () => ['--whole'], 'which is missing'],
    ['all of a whole archive', () => remove('anchors'), () => ['--whole'], 'anchors: there is no folder'],
    ['all that are named', () => {}, () => ['--anchors', elsewhere], 'anchors: there is none in'],
    ['the folder that is named', () => {}, () => ['--anchors', '/nowhere/at-all'], 'anchors: there is no folder'],
    ['all since a day', () => remove('anchors'), () => ['--anchors-since', OLDEST], 'anchors: there is no folder'],
    [
      'all, and a link to nothing instead',
      () => {
        remove('anchors');
        symlinkSync(elsewhere, anchors);
      },
      () => [],
      'is no plain folder',
    ],
    [
      'all, and a file instead',
      () => {
        remove('anchors');
        writeFileSync(anchors, '');
      },
      () => [],
      'is no plain folder',
    ],
    [
      'the newest, under another name',
      () => rename(`anchors/${NEWEST}.json`, `anchors/${NEWEST}.json.bak`),
      () => [],
      `anchors: ${NEWEST}.json.bak is no anchor`,
    ],
    [
      'the newest, out of sight',
      () => rename(`anchors/${NEWEST}.json`, `anchors/.${NEWEST}.json`),
      () => [],
      'is no anchor',
    ],
  ])('%s', ([, hands, args, said]) => {
    remove(SECOND);
    hands();
    const { status, verdicts, stderr } = verify(archive, '--key', key, ...args());
    expect([status, stderr]).toEqual([1, expect.stringContaining(said)]);
    expect(verdicts.length).toBeGreaterThanOrEqual(TICKETS - 1);
  });

  test('all of it, tickets and anchors', () => {
    for (const one of ['anchors', ...Array.from({ length: TICKETS }, (_, nth) => numbered(nth))]) remove(one);
    expect(verify(archive, '--whole')).toMatchObject({ status: 1, verdicts: [] });
  });
});

describe('a ticket that was put aside is named', () => {
  test.for<[what: string, hands: () => void, named: string]>([
    ['out of sight', () => rename(LAST, `.${LAST}`), LAST],
    ['as something older', () => rename(LAST, `${LAST}.bak`), LAST],
    ['in small letters', () => rename(LAST, LAST.toLowerCase()), LAST],
    ['under no number, out of sight', () => rename(LAST, '.trash'), '.trash'],
    [
      'in a folder out of sight',
      () => {
        mkdirSync(join(archive, '.trash'));
        rename(LAST, join('.trash', LAST));
      },
      '.trash',
    ],
    ['in a folder in sight', () => cpSync(clean, join(archive, 'more'), { recursive: true }), 'more'],
    ['as a file', () => writeFileSync(join(archive, numbered(99)), ''), numbered(99)],
    ['as its manifest alone', () => writeFileSync(join(archive, 'manifest.json'), ''), 'manifest.json'],
  ])('%s', ([, hands, named]) => {
    remove('anchors');
    hands();
    const { status, bad } = verify(archive, '--key', key);
    expect([status, bad]).toEqual([1, [named]]);
  });

  test('and so is, once, one whose seal was anchored', () => {
    rename(LAST, `.${LAST}`);
    expect(verify(archive, '--key', key)).toMatchObject({ status: 1, bad: [LAST] });
  });

  test('what is called otherwise and hides nothing is checked, or said to be passed over', () => {
    remove('anchors');
    rename(LAST, 'a-sample');
    writeFileSync(join(archive, 'notes.txt'), '');
    mkdirSync(join(archive, '.git'));
    const { status, verdicts, stderr } = verify(archive, '--key', key);
    expect([status, verdicts.map(({ ticket }) => ticket)]).toEqual([0, expect.arrayContaining([LAST])]);
    expect(stderr).toContain('checked as the tickets that their manifests name: a-sample');
    expect(stderr).toContain('no tickets, and not looked at: .git, notes.txt');
  });
});

test('what lies among the keys and is none is named, and silences nobody', () => {
  writeFileSync(join(archive, 'keys/x.pem'), 'x');
  mkdirSync(join(archive, 'keys/y.pem'));
  cpSync(key, join(archive, 'keys/z.pem'));
  const { status, verdicts, bad, stderr } = verify(archive);
  expect([status, verdicts.length, bad]).toEqual([1, TICKETS, []]);
  for (const name of ['x', 'y', 'z']) expect(stderr).toContain(`keys: ${name}.pem is passed over: `);
  // Whoever brings the key asks for none of the archive's.
  expect(verify(archive, '--key', key)).toMatchObject({ status: 0 });
});

test('more bad tickets than a process may hold files open: each is named', () => {
  const many = join(work, 'many');
  const own = anArchive(many, 300);
  for (let nth = 0; nth < 300; nth++) writeFileSync(join(many, numbered(nth), 'events.jsonl'), 'x\n');
  const command = `ulimit -n 100; exec "${process.execPath}" "${SCRIPT}" "${many}" --key "${own}"`;
  const { status, stdout } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
  expect([status, stdout.split('"ok":false').length - 1]).toEqual([1, 300]);
});

test.for([['yesterday'], ['2026-13-01'], ['2026-3-1']])('--anchors-since %s: exit 2', ([date = '']) => {
  expect(verify(archive, '--anchors-since', date)).toMatchObject({ status: 2, verdicts: [] });
});
