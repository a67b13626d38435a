import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Logged } from '../../functions/adapters/ticket-log.ts';
import { leave } from '../../local/demo/leave.ts';
import { difference, itemsOf, putBack } from '../../scripts/put-back.ts';
import { type PlayedDesk, playedDesk, typesOf } from './played-desk.ts';

/** The tables go back to an earlier instant, as docs/runbook.md says, while executions and the archive are ahead of them. */
const HOUR = 3_600_000;
const remedies = [['fee-waiver', '600.00']] as const;
/** What must be in a log once, however often the desk began again. */
const ONCE = ['ComplaintReceived', 'Triaged', 'ProposalMade', 'Replied', 'SurveyAnswered', 'Closed', 'Archived'];

let desk: PlayedDesk;
let tickets: Record<'closed' | 'approving' | 'investigating' | 'protecting' | 'later', string>;
const ended: Record<string, Logged> = {};
let rolledBack: readonly string[] = [];

beforeAll(async () => {
  desk = await playedDesk();
  const { cloud, db, tables, post, archived, until } = desk;
  const closed = await post({}, { remedies });
  await archived(closed);

  const investigating = await post({}, { remedies, minutes: 600, shrugs: true });
  const approving = await post({}, { remedies, minutes: 200, shrugs: true });
  await until(approving, ({ tasks }) =>
    Object.values(tasks).some(({ work, closed: done }) => work === 'approve' && !done),
  );
  const protecting = await post({ category: 'lost-or-stolen-card' }, { shrugs: true });
  await cloud.settle();
  const kept = { tickets: await itemsOf(db, tables.tickets), caseFiles: await itemsOf(db, tables.caseFiles) };

  // What the backup does not know: decisions, commands, a sealed ticket, and a complaint.
  const reference = { channelReference: 'after the backup', card: { lastFour: '4242', account: 'ACCT-SAMPLE-LATER' } };
  const later = await post(reference, { shrugs: true });
  for (const id of [approving, protecting]) await archived(id);
  tickets = { closed, approving, investigating, protecting, later };

  const lost = difference(await itemsOf(db, tables.tickets), kept.tickets);
  rolledBack = lost.tickets;
  await putBack(db, tables.tickets, lost);
  await putBack(db, tables.caseFiles, difference(await itemsOf(db, tables.caseFiles), kept.caseFiles));
  const isAhead = ({ name = '', status }: { name?: string; status: string }) =>
    status === 'RUNNING' && rolledBack.some((id) => name.startsWith(id));
  for (const { arn } of cloud.executions.filter(isAhead)) cloud.fail.execution(arn, 'Restored');
  await cloud.advanceBy(HOUR);

  // The channel had no word of it for a while, and sends again.
  expect(await post(reference, { shrugs: true })).toBe(later);
  for (const id of Object.values(tickets)) ended[id] = await archived(id, 90);
}, 180_000);
afterAll(() => desk.cloud.close());

test('the restore took back what it had to: all tickets but the one that was over', () => {
  const { closed, ...others } = tickets;
  expect(rolledBack).toEqual(Object.values(others).sort());
});

test('no ticket is lost: each one comes to its end, and what was over stays as it was', () => {
  for (const id of Object.values(tickets)) expect(ended[id]?.archived, id).toBeTruthy();
  expect(ended[tickets.closed]?.attempt).toBe(1);
});

test('nothing is decided twice', () => {
  for (const [what, id] of Object.entries(tickets)) {
    const types = typesOf(ended[id] as Logged) as string[];
    const once = ONCE.filter((type) => types.includes(type));
    expect(types.filter((type) => ONCE.includes(type)).sort(), what).toEqual([...once].sort());
  }
  const approved = typesOf(ended[tickets.approving] as Logged).filter((type) => type === 'Approved');
  expect(approved).toHaveLength(2);
});

test('core banking, which goes by the id of a command, is asked for nothing new', () => {
  const ordered = desk.cloud.busEvents.flatMap(({ event }) =>
    event['detail-type'] === 'CommandOrdered'
      ? [event.detail as { ticket: string; command: string; action: string }]
      : [],
  );
  for (const [what, id] of Object.entries(tickets)) {
    const commands = ordered.filter(({ ticket }) => ticket === id);
    const known = ended[id]?.commands ?? {};
    expect(new Set(commands.map(({ command }) => command)), what).toEqual(new Set(Object.keys(known)));
    expect(Object.values(known).every(({ state }) => state === 'done')).toBe(true);
  }
  // What was carried out after the backup is ordered again, under the same id.
  const idsOf = (id: string) => ordered.filter(({ ticket }) => ticket === id).map(({ command }) => command);
  expect(idsOf(tickets.protecting)).toEqual(['r1-protect-1', 'r1-protect-1']);
  expect(idsOf(tickets.approving)).toHaveLength(2);
  expect(new Set(idsOf(tickets.approving)).size).toBe(1);
});

test('one execution carries each ticket to its end, and none is left over', () => {
  expect(desk.cloud.executions.filter(({ status }) => status === 'RUNNING')).toEqual([]);
});

test('verify names each ticket whose log went another way than was anchored, and no other', async () => {
  await desk.cloud.advanceBy(24 * HOUR);
  const directory = mkdtempSync(join(tmpdir(), 'redress-'));
  await leave(desk, directory);
  const { stdout } = spawnSync(process.execPath, ['scripts/verify.ts', join(directory, 'archive')], {
    encoding: 'utf8',
  });
  const verdicts: { ticket: string; ok: boolean; firstBad: { reason: string } | null }[] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(verdicts.filter(({ ok }) => ok).map(({ ticket }) => ticket)).toEqual([tickets.closed]);
  const bad = verdicts.filter(({ ok }) => !ok);
  expect(bad.map(({ ticket }) => ticket)).toEqual(rolledBack);
  for (const { firstBad } of bad) expect(firstBad?.reason).toMatch(/not the one in the anchor of 2026-03-0\d/);
});
