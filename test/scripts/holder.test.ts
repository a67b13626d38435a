import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { links } from '../../functions/adapters/links.ts';
import { daysAfter } from '../../functions/domain/later.ts';
import { leave } from '../../local/demo/leave.ts';
import { versions } from '../../scripts/holder/archived-part.ts';
import { eraseAll, going } from '../../scripts/holder/erase.ts';
import { exported } from '../../scripts/holder/export.ts';
import { type Place, place } from '../../scripts/holder/place.ts';
import { everythingKept } from '../paths/everything-kept.ts';
import { type PlayedDesk, playedDesk, typesOf } from '../paths/played-desk.ts';

const [HOLDER, VERIFY] = ['holder.ts', 'verify.ts'].map((name) => join(import.meta.dirname, '../../scripts', name));
const THEIRS = { name: 'Zqmxwv Holder', phone: '+8613912345678', email: 'zqmxwv@mail.example' };
const said = { facts: 'Zqmxwv was charged.', reason: 'Zqmxwv is right.', comment: 'Zqmxwv thanks you.', rating: 5 };

let desk: PlayedDesk;
let records: Place;
let ids: [older: string, younger: string];
let other: string;
let sued: string;
let before: NodeJS.ProcessEnv;

beforeAll(async () => {
  desk = await playedDesk();
  before = { ...process.env };
  Object.assign(process.env, desk.cloud.env());
  const archive = desk.cloud.resources.find(
    ({ type, path }) => type === 'AWS::S3::Bucket' && path.includes('Archive/Bucket'),
  );
  records = place({ ...desk.tables, archive: archive?.name ?? '' });

  const refused = {
    version: 1,
    channel: 'app',
    channelReference: 'R-1',
    kind: 'nothing',
    narrative: 'Zqmxwv',
    complainant: THEIRS,
  };
  await desk.channel.post('app', JSON.stringify({ ...refused, complainant: { ...THEIRS, phone: '139 1234 5678' } }));
  const first = { complainant: THEIRS, narrative: 'Zqmxwv: the fee was charged twice.', channelReference: 'Z-1' };
  ids = [
    await desk.post(first, said),
    await desk.post({ ...first, channelReference: 'Z-2', narrative: 'Zqmxwv again.' }, said),
  ];
  other = await desk.post({ narrative: 'Somebody else was charged.' });
  await desk.channel.post('app', JSON.stringify({ ...usualOf(first), narrative: 'Zqmxwv: another body.' }));
  for (const id of [...ids, other]) await desk.archived(id);
}, 240_000);
afterAll(async () => {
  process.env = before;
  await desk.cloud.close();
});

const usualOf = (over: object) => ({
  version: 1,
  channel: 'app',
  category: 'fees-and-interest',
  locale: 'en',
  ...over,
});

function holder(...args: string[]) {
  const env = {
    ...process.env,
    ...desk.cloud.env(),
    ...{
      TICKETS_TABLE: desk.tables.tickets,
      CASE_FILES_TABLE: desk.tables.caseFiles,
      ARCHIVE_BUCKET: records.names.archive,
    },
  };
  return new Promise<{ status: number | null; stdout: string; stderr: string }>((resolve) => {
    import('node:child_process').then(({ execFile }) =>
      execFile(process.execPath, [HOLDER ?? '', ...args], { env }, (error, stdout, stderr) =>
        resolve({ status: error ? Number(error.code) : 0, stdout, stderr }),
      ),
    );
  });
}

/** Places in which the cardholder can still be read; of the archive the opened personal part. */
async function whereTheyAre(): Promise<string[]> {
  const kept = await everythingKept(desk);
  const open = kept.filter(([, text]) => /zqmxwv|13912345678/i.test(text.replace(/[ -]/g, ''))).map(([place]) => place);
  return [...new Set(open)];
}

test('a cardholder’s tickets are found by phone and by account, and nobody else’s', async () => {
  expect((await holder('find', '--phone', THEIRS.phone)).stdout.trim().split('\n')).toEqual(ids.toSorted());
  const { post } = await desk.files.complaint(other);
  expect((await holder('find', '--account', post.card?.account ?? '')).stdout.trim()).toBe(other);
  expect(await holder('find', '--phone', '+8613900000000')).toMatchObject({ stdout: 'no ticket of theirs is known\n' });
});

test('the export is all of it: the post, every text with what it was, every message, what was refused', async () => {
  const { status, stdout } = await holder('export', '--phone', THEIRS.phone);
  expect(status).toBe(0);
  const [first] = JSON.parse(stdout).toSorted((a: { ticket: string }) => (a.ticket === ids[0] ? -1 : 1));
  expect(first).toMatchObject({ ticket: ids[0], from: 'case file', complaint: { complainant: THEIRS } });
  const texts = first.texts.map(({ type }: { type?: string }) => type);
  expect(texts).toEqual(
    expect.arrayContaining(['FindingsFiled', 'ProposalMade', 'ReplyPrepared', 'SurveyAnswered', 'PostConflicted']),
  );
  expect(first.messages.map(({ purpose }: { purpose: string }) => purpose)).toEqual(
    expect.arrayContaining(['acknowledgement', 'reply', 'survey']),
  );
  expect(first.refusedPosts).toHaveLength(1);
});

test.for([
  [['erase'], 'say whose'],
  [['erase', '--ticket', 'X', '--yes'], 'whose decision'],
  [['erase', '--ticket', 'X', '--yes', '--by', 'Li Ming'], 'never a name'],
  [['hold', '--ticket', 'X', '--by', 'ops-1', '--reason', 'because'], 'litigation'],
  [['find', '--phone', '13912345678'], 'E.164'],
  [['remove'], 'none of'],
] as const)('%j is not understood, and says why', async ([args, why]) => {
  expect(await holder(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining(why) });
});

test('nothing is erased before its time: refused with the date, and nothing is gone', async () => {
  const { status, stdout } = await holder('erase', '--ticket', ids[0], '--yes', '--by', 'ops-1');
  expect([status, stdout]).toEqual([1, expect.stringContaining('it is kept until 2029-')]);
  expect((await desk.files.complaint(ids[0])).post.complainant).toEqual(expect.objectContaining(THEIRS));
});

test('held, a ticket is kept however old it is, and the archive locks it; the proof sheet says so', async () => {
  const held = await holder('hold', '--ticket', ids[0], '--reason', 'litigation', '--by', 'counsel-1');
  expect(held).toMatchObject({ status: 0, stdout: expect.stringContaining('held for litigation; ') });
  const { token } = await links(desk.db, desk.tables.tickets).mint({
    ...{ page: 'proof', ticket: ids[0], person: 'supervisor-1' },
    ...{ sentAt: desk.cloud.now().toISOString(), expiresAt: daysAfter(desk.cloud.now(), 10) },
  });
  const sheet = (await (await fetch(`${desk.cloud.url}/p/${token}?form=json`)).json()) as { holds: unknown };
  expect(sheet.holds).toMatchObject([{ reason: 'litigation', by: 'counsel-1' }]);
});

test('what is sealed while a ticket is held lies under the archive’s hold from its first moment', async () => {
  sued = await desk.post({ narrative: 'Somebody went to court before the answer came.' });
  const { stdout } = await holder('hold', '--ticket', sued, '--reason', 'litigation', '--by', 'counsel-1');
  expect(stdout).toContain('; 0 objects locked');
  await desk.archived(sued);
  const sealed = await versions(records, `${sued}/`);
  expect(sealed.map(({ onHold }) => onHold)).toEqual([true, true, true, true]);
  await holder('release', '--ticket', sued, '--reason', 'litigation', '--by', 'counsel-1');
  expect((await versions(records, `${sued}/`)).some(({ onHold }) => onHold)).toBe(false);
});

test('after retention all that is personal goes; the events stay, verifiable, and pages say what happened', async () => {
  const [older] = ids;
  const letter = await links(desk.db, desk.tables.tickets).mint({
    ...{ page: 'letter', ticket: older, person: 'complainant' },
    ...{ sentAt: desk.cloud.now().toISOString(), expiresAt: '2035-01-01T00:00:00.000Z' },
  });
  await desk.cloud.advanceTo(new Date('2029-06-01T02:00:00Z'));
  const now = desk.cloud.now();
  const ticket = await desk.log.read(older);
  await expect(going(records, ticket, now)).rejects.toThrow(expect.objectContaining({ name: 'OnLegalHold' }));
  await holder('release', '--ticket', older, '--reason', 'litigation', '--by', 'counsel-1');

  // A crash after some of it is gone; begun again it finishes.
  const dying = { ...records, log: { ...records.log, decide: () => Promise.reject(new Error('the machine died')) } };
  const gone = await going(records, await desk.log.read(older), now);
  expect(gone.archived.length).toBeGreaterThan(0);
  const some = { ...gone, ofCases: gone.ofCases.slice(0, 3) };
  await expect(eraseAll(dying as Place, ticket, some, { by: 'ops-1', now })).rejects.toThrow('the machine died');
  for (const id of ids) {
    const left = await desk.log.read(id);
    await eraseAll(records, left, await going(records, left, now), { by: 'ops-1', now });
  }
  await desk.cloud.settle();
  expect(await whereTheyAre()).toEqual([]);
  for (const id of ids) expect(await desk.files.all(id)).toEqual({});

  const erased = await desk.log.read(older);
  expect(typesOf(erased).at(-1)).toBe('Erased');
  await eraseAll(records, erased, await going(records, erased, now), { by: 'ops-1', now });
  expect((await desk.log.read(older)).length).toBe(erased.length);
  expect(await exported(records, erased)).toMatchObject({ ticket: older, complaint: undefined, texts: [] });

  const page = await fetch(`${desk.cloud.url}/l/${letter.token}?lang=en`);
  expect([page.status, await page.text()]).toEqual([410, expect.stringContaining('This record has been erased')]);
  const more = {
    version: 1,
    channel: 'app',
    channelReference: 'F-9',
    ticket: older,
    about: 'question',
    text: 'And now?',
  };
  expect(await desk.channel.followUp('app', older, more)).toMatchObject({ status: 400 });
  // The channel's number of long ago is a new complaint, under a number of its own.
  const { status, answer } = await desk.channel.post(
    'app',
    JSON.stringify(usualOf({ channelReference: 'Z-1', narrative: 'New.' })),
  );
  expect(status).toBe(202);
  expect(ids).not.toContain(answer.ticket);
});

test('what was sealed of it still holds, and so do the others', async () => {
  const out = mkdtempSync(join(tmpdir(), 'erased-'));
  await leave(desk, out);
  const { stdout, status } = spawnSync(process.execPath, [VERIFY ?? '', join(out, 'archive'), '--personal-erased'], {
    encoding: 'utf8',
  });
  rmSync(out, { recursive: true, force: true });
  const verdicts = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  expect(verdicts).toEqual([...ids, other, sued].toSorted().map((ticket) => ({ ticket, ok: true, firstBad: null })));
  expect(status).toBe(0);
});
