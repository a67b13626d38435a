import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { genesis } from '../../functions/adapters/chain.ts';
import { deskTables } from '../../functions/adapters/desk-tables.ts';
import { canonical, sha256 } from '../../functions/adapters/digest.ts';
import { openRoundByDesk } from '../../functions/domain/open-round.ts';
import { leave } from '../../local/demo/leave.ts';
import { type Anchors, readAnchors } from '../../scripts/verify/anchors.ts';
import { archivedKeys, type Keys } from '../../scripts/verify/keys.ts';
import { type Verdict, verifyTicket } from '../../scripts/verify/ticket.ts';
import { playedDesk } from '../paths/played-desk.ts';

const DAY = 86_400_000;
const SCRIPT = join(import.meta.dirname, '..', '..', 'scripts', 'verify.ts');

/** What a desk left: an archive with two tickets, and the same archive at a time when one of them was sealed first. */
let [work, archive, older] = ['', '', ''];
let [ticket, other] = ['', ''];
let keys: Keys;
let anchors: Anchors;
/** The decisions of `ticket` as they were sealed, a line each. */
let sealed: readonly string[];

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'attack-24-'));
  const desk = await playedDesk();
  ticket = await desk.post({}, { minutes: 20 * 60 });
  other = await desk.post({ kind: 'praise', category: undefined });
  for (const one of [ticket, other]) await desk.until(one, ({ archived }) => archived, 60);
  await leave(desk, join(work, 'first'));
  const at = desk.cloud.now().toISOString();
  const again = { because: 'principle', at } as const;
  const tables = deskTables('Asia/Shanghai');
  await desk.log.decide(ticket, { at, by: 'supervisor-1' }, (one) => openRoundByDesk(one, tables(one), again));
  await desk.until(ticket, ({ round, archived }) => round === 2 && archived, 60);
  await desk.cloud.advanceBy(2 * DAY);
  await leave(desk, join(work, 'second'));
  await desk.cloud.close();
  [older, archive] = [join(work, 'first/archive'), join(work, 'second/archive')];
  keys = archivedKeys(join(archive, 'keys'));
  anchors = readAnchors(join(archive, 'anchors'), keys);
  sealed = linesOf(join(archive, ticket));
}, 120_000);
afterAll(() => rmSync(work, { recursive: true, force: true }));

const linesOf = (folder: string) => readFileSync(join(folder, 'events.jsonl'), 'utf8').split('\n').slice(0, -1);

/** A copy of the ticket's folder that somebody has had his hands on. */
function tampered(hands: (folder: string) => void): string {
  const folder = join(work, 'tampered', ticket);
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(archive, ticket), folder, { recursive: true });
  hands(folder);
  return folder;
}
const withLines = (lines: readonly string[]) => (folder: string) =>
  writeFileSync(join(folder, 'events.jsonl'), lines.map((line) => `${line}\n`).join(''));

const check = (folder: string, against: Partial<{ keys: Keys; anchors: Anchors }> = {}): Verdict =>
  verifyTicket(folder, { keys, anchoredOf: (one) => (against.anchors ?? anchors).ofTicket.get(one), ...against });
const NONE: Anchors = { ofTicket: new Map(), count: 0, faults: [] };
const firstBad = (hands: (folder: string) => void, against?: Parameters<typeof check>[1]) =>
  check(tampered(hands), against).firstBad?.seq;

/** The first place at which something else stands than was sealed. */
function firstOther(lines: readonly string[]): number {
  const at = sealed.findIndex((line, i) => lines[i] !== line);
  return (at < 0 ? sealed.length : at) + 1;
}

type Decision = Record<string, unknown> & { seq: number; hash: string; prev: string };
const decisionsOf = (lines: readonly string[]): Decision[] => lines.map((line) => JSON.parse(line));

/** Whoever knows how hashes are made numbers and hashes anew: only what he changed, or all that follows, too. */
function rehashed(decisions: readonly Decision[], from: number, how: 'none' | 'one' | 'all'): string[] {
  let prev = from === 0 ? genesis(ticket) : (decisions[from - 1]?.hash ?? '');
  return decisions.map((decision, i) => {
    if (how === 'none' || i < from || (how === 'one' && i > from)) return canonical(decision);
    const { seq: _, hash: __, ...body } = { ...decision, prev };
    prev = sha256(canonical(body));
    return canonical({ ...body, seq: i + 1, hash: prev });
  });
}

type Change = Readonly<{ at: number; decisions: Decision[] }>;
const nth = fc.nat({ max: 10_000 });
const edit = fc.record({ k: nth, by: fc.constantFrom('manager-9', 'desk', ''), at: fc.boolean() });
const changes: Record<string, fc.Arbitrary<(all: Decision[]) => Change>> = {
  edit: edit.map(({ k, by, at }) => (all) => {
    const i = k % all.length;
    const changed = at ? { ...all[i], at: '2020-01-01T00:00:00.000Z' } : { ...all[i], by };
    return { at: i, decisions: all.with(i, changed as Decision) };
  }),
  deletion: nth.map((k) => (all) => ({ at: k % all.length, decisions: all.toSpliced(k % all.length, 1) })),
  insertion: fc.tuple(nth, nth).map(([k, what]) => (all) => {
    const i = k % (all.length + 1);
    return { at: i, decisions: all.toSpliced(i, 0, all[what % all.length] as Decision) };
  }),
  reordering: fc.tuple(nth, nth).map(([k, l]) => (all) => {
    const [i, j] = [k % all.length, l % all.length].sort((a, b) => a - b) as [number, number];
    return { at: i, decisions: all.with(i, all[j] as Decision).with(j, all[i] as Decision) };
  }),
  // Another decision that follows the same one: beside it, before it, or with a tail of its own.
  fork: fc.tuple(nth, fc.boolean()).map(([k, isBefore]) => (all) => {
    const i = k % all.length;
    const { hash: _, seq, ...body } = { ...(all[i] as Decision), by: 'manager-9' };
    const forked = { ...body, seq, hash: sha256(canonical(body)) } as Decision;
    return { at: isBefore ? i : i + 1, decisions: all.toSpliced(isBefore ? i : i + 1, 0, forked) };
  }),
  truncation: nth.map((k) => (all) => ({ at: k % all.length, decisions: all.slice(0, k % all.length) })),
};
const hashing = fc.constantFrom('none', 'one', 'all');

test('what was sealed holds', () => {
  expect(anchors.faults).toEqual([]);
  expect(sealed.length).toBeGreaterThan(20);
  for (const one of [ticket, other])
    expect(check(join(archive, one))).toEqual({ ticket: one, ok: true, firstBad: null });
});

describe.for(Object.keys(changes))('%s', (what) => {
  test('is named at the first decision that is another, however the hashes were made', () => {
    fc.assert(
      fc.property(changes[what] ?? fc.constant(undefined as never), hashing, (change, how) => {
        const { at, decisions } = change(decisionsOf(sealed));
        const lines = rehashed(decisions, at, how);
        fc.pre(lines.join() !== sealed.join());
        expect(firstBad(withLines(lines), { anchors: NONE })).toBe(firstOther(lines));
      }),
      { numRuns: 60 },
    );
  });

  test('with a forged manifest, too, is named at the first decision that was anchored', () => {
    const anchored = [...(anchors.ofTicket.get(ticket)?.heads.keys() ?? [])];
    expect(anchored.length).toBeGreaterThan(3);
    fc.assert(
      fc.property(changes[what] ?? fc.constant(undefined as never), (change) => {
        const { at, decisions } = change(decisionsOf(sealed));
        const lines = rehashed(decisions, at, 'all');
        fc.pre(lines.join() !== sealed.join());
        const hands = (folder: string) => {
          withLines(lines)(folder);
          forgeManifest(folder, lines);
        };
        const from = firstOther(lines);
        const named = anchored.filter((seq) => seq >= from && seq <= lines.length).sort((a, b) => a - b)[0];
        expect(firstBad(hands)).toBe(named ?? (lines.length < sealed.length ? lines.length + 1 : 0));
        // Without anchors nobody can say where; that it is not what was signed stands.
        expect(firstBad(hands, { anchors: NONE })).toBe(lines.length === 0 ? 1 : 0);
      }),
      { numRuns: 40 },
    );
  });
});

/** All that can be written without the key. */
function forgeManifest(folder: string, lines: readonly string[]): void {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const hashes = decisionsOf(lines).map(({ hash }) => hash);
  const text = lines.map((line) => `${line}\n`).join('');
  const files = { ...manifest.files, 'events.jsonl': sha256(text) };
  const forged = canonical({ ...manifest, hashes, length: hashes.length, head: hashes.at(-1) ?? '', files });
  writeFileSync(join(folder, 'manifest.json'), forged);
  const signature = JSON.parse(readFileSync(join(folder, 'signature.json'), 'utf8'));
  writeFileSync(join(folder, 'signature.json'), canonical({ ...signature, sha256: sha256(forged) }));
}

test('any changed byte is named: at its line, or as none of a decision in the parts beside them', () => {
  const parts = fc.constantFrom('events.jsonl', 'manifest.json', 'signature.json', 'personal.json.enc');
  fc.assert(
    fc.property(parts, fc.nat(), fc.integer({ min: 0, max: 255 }), (part, place, byte) => {
      let expected: number | undefined;
      const hands = (folder: string) => {
        const bytes = readFileSync(join(folder, part));
        const at = place % bytes.length;
        fc.pre(bytes[at] !== byte);
        expected = part === 'events.jsonl' ? bytes.subarray(0, at).filter((one) => one === 10).length + 1 : 0;
        bytes[at] = byte;
        writeFileSync(join(folder, part), bytes);
      };
      expect(firstBad(hands)).toBe(expected);
    }),
    { numRuns: 200 },
  );
});

test.for<[what: string, seq: number, hands: (folder: string) => void]>([
  [
    'an older seal, rightly signed, in place of the newer',
    -1,
    (folder) => cpSync(join(older, ticket), folder, { recursive: true, force: true }),
  ],
  ["another ticket's folder", 1, (folder) => cpSync(join(archive, other), folder, { recursive: true, force: true })],
  [
    "another ticket's manifest",
    0,
    (folder) => cpSync(join(archive, other, 'manifest.json'), join(folder, 'manifest.json')),
  ],
  [
    "another ticket's personal part",
    0,
    (folder) => cpSync(join(archive, other, 'personal.json.enc'), join(folder, 'personal.json.enc')),
  ],
  ['no events', 1, (folder) => rmSync(join(folder, 'events.jsonl'))],
  ['no decision in them', 1, withLines([])],
  ['no manifest', 0, (folder) => rmSync(join(folder, 'manifest.json'))],
  ['no signature', 0, (folder) => rmSync(join(folder, 'signature.json'))],
  ['no personal part', 0, (folder) => rmSync(join(folder, 'personal.json.enc'))],
  ['an empty folder', 1, (folder) => readdirSync(folder).map((name) => rmSync(join(folder, name)))],
  ['a part that nobody sealed', 0, (folder) => writeFileSync(join(folder, 'note.txt'), 'x')],
  ['a line without end', 1, (folder) => writeFileSync(join(folder, 'events.jsonl'), 'x'.repeat(9_000_000))],
  ['a line as deep as it is long', 1, (folder) => withLines(['['.repeat(500_000)])(folder)],
  ['events that lie elsewhere', 0, (folder) => linked(folder, 'events.jsonl')],
  ['a personal part that lies elsewhere', 0, (folder) => linked(folder, 'personal.json.enc')],
])('%s', ([, seq, hands]) => {
  const expected = seq < 0 ? linesOf(join(older, ticket)).length + 1 : seq;
  expect(firstBad(hands)).toBe(expected);
});

function linked(folder: string, part: string): void {
  rmSync(join(folder, part));
  symlinkSync(join(archive, ticket, part), join(folder, part));
}

test('an older seal shows by the anchors alone', () => {
  const hands = (folder: string) => cpSync(join(older, ticket), folder, { recursive: true, force: true });
  expect(check(tampered(hands), { anchors: NONE }).ok).toBe(true);
  expect(check(tampered(hands)).firstBad?.reason).toMatch(
    /^it is missing: the anchor of \d{4}-\d\d-\d\d says that \d+ were sealed$/,
  );
});

test('an anchor that was changed, taken out, or signed by another key is a fault', () => {
  const folder = join(work, 'anchors');
  const faults = (hands: (names: readonly string[]) => void) => {
    rmSync(folder, { recursive: true, force: true });
    cpSync(join(archive, 'anchors'), folder, { recursive: true });
    hands(readdirSync(folder).sort());
    return readAnchors(folder, keys).faults.length;
  };
  expect(faults(() => {})).toBe(0);
  const rows = readdirSync(join(archive, 'anchors')).sort();
  expect(rows.length).toBeGreaterThan(2);
  // Any but the newest, which nobody misses who has no copy of it; also all up to one, and all.
  for (const nth of rows.slice(0, -1).keys()) {
    expect(faults((names) => rmSync(join(folder, names[nth] ?? '')))).toBe(1);
    expect(faults((names) => names.slice(0, nth + 1).map((name) => rmSync(join(folder, name))))).toBe(1);
  }
  expect(faults((names) => names.map((name) => rmSync(join(folder, name))))).toBe(1);
  expect(
    faults((names) => names.map((name) => renameSync(join(folder, name), join(folder, `.${name}`)))),
  ).toBeGreaterThan(rows.length);
  expect(faults(([, second = '', third = '']) => cpSync(join(folder, second), join(folder, third)))).toBeGreaterThan(0);
  expect(
    faults(([first = '']) => {
      const signed = JSON.parse(readFileSync(join(folder, first), 'utf8'));
      signed.anchor.heads.pop();
      writeFileSync(join(folder, first), canonical(signed));
    }),
  ).toBeGreaterThan(0);
});

describe('npm run verify', () => {
  const verify = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8' });
    return {
      status,
      stderr,
      verdicts: stdout
        .split('\n')
        .filter(Boolean)
        .map((line): Verdict => JSON.parse(line)),
    };
  };
  const key = () => join(archive, 'keys', readdirSync(join(archive, 'keys'))[0] ?? '');

  test('prints a line for each ticket of a folder, and says whose key it was', () => {
    const { status, verdicts, stderr } = verify(archive);
    expect(verdicts).toEqual([ticket, other].sort().map((one) => ({ ticket: one, ok: true, firstBad: null })));
    expect(status).toBe(0);
    expect(stderr).toContain('which nobody vouches for');
    expect(verify(archive, '--key', key()).stderr).not.toContain('nobody vouches for');
  });

  test('one ticket alone, with anchors and key from elsewhere', () => {
    const { status, verdicts } = verify(join(archive, ticket), '--anchors', join(archive, 'anchors'), '--key', key());
    expect([status, verdicts]).toEqual([0, [{ ticket, ok: true, firstBad: null }]]);
  });

  test('one that was changed: exit 1, and the others hold', () => {
    const copy = join(work, 'copy');
    cpSync(archive, copy, { recursive: true });
    withLines(sealed.toSpliced(4, 1))(join(copy, ticket));
    const { status, verdicts } = verify(copy);
    expect(status).toBe(1);
    expect(verdicts.find((one) => one.ticket === ticket)).toMatchObject({ ok: false, firstBad: { seq: 5 } });
    expect(verdicts.find((one) => one.ticket === other)?.ok).toBe(true);

    rmSync(join(copy, ticket), { recursive: true });
    expect(verify(copy).verdicts.find((one) => one.ticket === ticket)).toMatchObject({
      ok: false,
      firstBad: { seq: 1 },
    });
    expect(verify(copy, '--anchors', join(archive, 'anchors'))).toMatchObject({ status: 0 });
    expect(verify(copy, '--anchors', join(archive, 'anchors'), '--whole')).toMatchObject({ status: 1 });
  });

  test('an older seal put back, or a ticket taken out, with the anchors that know better', () => {
    const copy = join(work, 'with-anchors');
    const hands = (work: () => void, ...args: string[]) => {
      rmSync(copy, { recursive: true, force: true });
      cpSync(archive, copy, { recursive: true });
      cpSync(join(older, ticket), join(copy, ticket), { recursive: true, force: true });
      rmSync(join(copy, other), { recursive: true });
      work();
      return verify(copy, '--key', key(), ...args).status;
    };
    const names = readdirSync(join(archive, 'anchors')).sort();
    const without = (...gone: string[]) => gone.map((name) => rmSync(join(copy, 'anchors', name)));
    const allGone = () => rmSync(join(copy, 'anchors'), { recursive: true });
    expect(hands(() => {})).toBe(1);
    expect(hands(() => without(...names.slice(0, -1)))).toBe(1);
    expect(hands(() => without(...names))).toBe(1);
    expect(hands(allGone, '--whole')).toBe(1);
    // A folder of tickets and nothing else: what there is holds, and it is said what could not be seen.
    expect(hands(allGone)).toBe(0);
  });

  test('a signature by another key than the one that is trusted', () => {
    const { status, verdicts } = verify(archive, '--key', strangersKey());
    expect(status).toBe(1);
    expect(verdicts.map(({ firstBad }) => firstBad?.seq)).toEqual([0, 0]);
  });

  test('an erased personal part is a fault, or is said to be none', () => {
    const folder = tampered((one) => rmSync(join(one, 'personal.json.enc')));
    expect(verify(folder).status).toBe(1);
    expect(verify(folder, '--personal-erased').status).toBe(0);
  });

  test.for([
    ['no folder', []],
    ['a folder that is not there', ['/nowhere']],
    ['a flag that does not exist', ['/tmp', '--fast']],
  ] as const)('%s: exit 2', ([, args]) => {
    expect(verify(...args)).toMatchObject({ status: 2, verdicts: [] });
  });

  test('a folder without tickets, or a key that is none: exit 2', () => {
    const empty = join(work, 'empty');
    mkdirSync(empty);
    expect(verify(empty)).toMatchObject({ status: 2, verdicts: [] });
    expect(verify(archive, '--key', join(archive, ticket, 'manifest.json'))).toMatchObject({ status: 2, verdicts: [] });
  });
});

function strangersKey(): string {
  const file = join(work, 'stranger.pem');
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  writeFileSync(file, publicKey.export({ format: 'pem', type: 'spki' }));
  return file;
}
