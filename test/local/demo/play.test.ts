import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { START, samplePost } from '../../../local/demo/complaints/sample-post.ts';
import { leave } from '../../../local/demo/leave.ts';
import { type Played, play } from '../../../local/demo/play.ts';
import { type Report, reportOf } from '../../../local/demo/report.ts';

const post = {
  channel: 'app',
  channelReference: 'TEST-1',
  narrative: 'I was charged an annual fee of 600 yuan that had been waived.',
  complainant: { name: 'Sample Person', phone: '+8613123456799' },
  demands: ['Refund the fee'],
  card: { account: 'SAMPLE-ACCT' },
  locale: 'en',
};

let played: Played;
let report: Report;
beforeAll(async () => {
  const posts = [
    samplePost({ at: '0 09:10', times: 2, post, behaviour: { remedies: [['fee-waiver', '600.00']] } }),
    samplePost({ at: '0 09:20', post: { ...post, narrative: 'Another text.' } }),
    samplePost({ at: '0 09:30', via: 'bus', post: { ...post, channelReference: 'TEST-2', amount: 1 } }),
  ];
  played = await play(posts, { startAt: START, seed: 1, deskWorks: true });
  report = await reportOf(played);
});
afterAll(() => played.desk.cloud.close());

test('every post is accounted for, and every ticket ends', () => {
  const { summary } = report;
  expect(played.faults).toEqual([]);
  expect(summary).toMatchObject({ posted: 4, accepted: 1, duplicates: 1, conflicts: 1, refused: 1 });
  expect(summary).toMatchObject({ closed: 1, parked: 0, lost: 0, overdue: 0 });
  expect(summary.sms.parts).toBeGreaterThanOrEqual(summary.sms.messages);
});

test('a ticket on the two-level path is measured', () => {
  expect(report.summary.perTicket?.transitions).toBeLessThanOrEqual(18);
  expect(report.summary.perTicket?.usdPer1000).toBeGreaterThan(0.3);
});

test('its story says who did what, and shows each message as it was received', async () => {
  const text = (await report.stories((_, said) => said)).join('\n');
  expect(text).toContain('Sample Accounting');
  expect(text).toMatch(/✉ \+8613123456799.*Sample Bank: we have accepted your case/);
  expect(text).toContain('Closed: rated-5.');
  expect(report.table.join('\n')).toContain('Step Functions');
});

test('it leaves all that it produced, a line of JSON each, and its archive as the bucket has it', async () => {
  const out = mkdtempSync(join(tmpdir(), 'left-'));
  await leave(played.desk, out);
  const rows = (name: string) =>
    readFileSync(join(out, name), 'utf8')
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
  const filesOf = (folder: string) => readdirSync(join(out, folder)).sort();
  const { cloud } = played.desk;
  const [ticket = ''] = played.sent.map((one) => one.ticket);

  expect(readdirSync(out).sort()).toEqual([
    'archive',
    'events.jsonl',
    'history',
    'logs',
    'mail.jsonl',
    'sms.jsonl',
    'tables',
  ]);
  expect(filesOf('tables')).toEqual(['caseFiles.jsonl', 'tickets.jsonl']);
  expect(rows('tables/tickets.jsonl').some(({ pk }) => pk === `TICKET#${ticket}`)).toBe(true);
  expect(rows('tables/caseFiles.jsonl').some(({ pk }) => pk === `CASE#${ticket}`)).toBe(true);
  expect(rows('sms.jsonl')).toHaveLength(cloud.sms.length);
  expect(rows('mail.jsonl')).toHaveLength(cloud.mail.length);
  const told = rows('events.jsonl').map(({ event }) => event['detail-type']);
  expect(told).toEqual(expect.arrayContaining(['ComplaintReceived', 'Triaged', 'Replied', 'Archived']));
  // It came by the bus, with all that the complainant wrote.
  expect(told).not.toContain('ComplaintPosted');
  expect(filesOf('history').length).toBe(cloud.executions.length);
  for (const name of filesOf('history')) expect(rows(`history/${name}`).length).toBeGreaterThan(2);
  expect(filesOf('logs').length).toBe(cloud.logs.size + 1);
  for (const name of filesOf('logs')) expect(() => rows(`logs/${name}`), name).not.toThrow();
  expect(rows('logs/access.jsonl')).toHaveLength(cloud.accessLog.length);
  expect(filesOf('archive')).toEqual(expect.arrayContaining([ticket, 'keys']));
  expect(filesOf(`archive/${ticket}`)).toEqual([
    'events.jsonl',
    'manifest.json',
    'personal.json.enc',
    'signature.json',
  ]);
  rmSync(out, { recursive: true });
});
