import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leave } from '../../local/demo/leave.ts';
import { playedDesk } from '../paths/played-desk.ts';

const SCRIPT = join(import.meta.dirname, '..', '..', 'scripts', 'verify.ts');

let out: string;
let tickets: string[];
beforeAll(async () => {
  const desk = await playedDesk();
  tickets = [
    await desk.post({}, { remedies: [['fee-waiver', '600.00']] }),
    await desk.post({ kind: 'praise', category: undefined }),
  ];
  for (const ticket of tickets) await desk.archived(ticket);
  await desk.cloud.advanceBy(86_400_000);
  out = mkdtempSync(join(tmpdir(), 'record-'));
  await leave(desk, out);
  await desk.cloud.close();
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

function verify(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8' });
  return {
    status,
    stderr,
    verdicts: stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
}

test('what the desk sealed holds, ticket by ticket', () => {
  const found = verify(join(out, 'archive'));
  expect(found.verdicts).toEqual(tickets.toSorted().map((ticket) => ({ ticket, ok: true, firstBad: null })));
  expect(found.status).toBe(0);
});
