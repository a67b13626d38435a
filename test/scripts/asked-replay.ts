import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import type { Table } from '../../functions/rules/table.ts';

export const ROOT = join(import.meta.dirname, '..', '..');
/** Where the command runs and its files lie; gone after the tests of a file. */
export const DIR = mkdtempSync(join(tmpdir(), 'redress-replay-'));
afterAll(() => rmSync(DIR, { recursive: true }));

export function replay(...args: string[]) {
  const script = join(ROOT, 'scripts', 'replay.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', cwd: DIR });
  return { status, stdout, stderr };
}

type Change = { reference: string; field: string; was: unknown; is: unknown; because: { was: string; is: string } };
export function asked(...args: string[]) {
  const { status, stdout, stderr } = replay(...args, '--json');
  expect([status, stderr.includes('Error')]).toEqual([0, false]);
  return JSON.parse(stdout) as { tickets: number; changed: number; fields: object; changes: Change[] };
}

/** Each gives the name of the file it wrote. */
export function written(name: string, content: string): string {
  writeFileSync(join(DIR, name), content);
  return name;
}
export const lines = (name: string, rows: readonly object[]) =>
  written(name, rows.map((row) => JSON.stringify(row)).join('\n'));
export const tables = (name: string, overlay: object) => written(name, JSON.stringify(overlay));

export const samplePost = (reference: string, more: object = {}) => ({
  version: 1,
  channel: 'web',
  channelReference: reference,
  narrative: 'A sample matter that only this line tells.',
  category: 'fees-and-interest',
  ...more,
});

/** A table with the row of the same id replaced. */
export const withRow = <T extends Table<readonly unknown[]>>(table: T, row: readonly unknown[]) => ({
  ...table,
  rows: table.rows.map((one) => (one[0] === row[0] ? row : one)),
});
