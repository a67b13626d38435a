import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const filesOf = (pattern: string) => globSync(pattern, { cwd: ROOT }).sort();
const sourceOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');

type Import = Readonly<{ from: string; isType: boolean }>;

/** What a file imports, and whether only as types. */
const importsOf = (path: string): Import[] =>
  [...sourceOf(path).matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from\s+'([^']+)';/gms)].map(
    ([, type, from = '']) => ({
      from,
      isType: type !== undefined,
    }),
  );

const CLOCK = /\bDate\.now\(|\bnew Date\(\s*\)|\bperformance\.now\(|\bTemporal\.Now\b/;

describe('the domain', () => {
  test.for(filesOf('functions/domain/**/*.ts'))('%s imports zod and the domain, nothing else', (path) => {
    const within = (from: string) => join(dirname(path), from);
    const allowed = ({ from, isType }: Import) =>
      from === 'zod/mini' ||
      within(from).startsWith('functions/domain/') ||
      (isType && within(from).startsWith('functions/rules/'));
    expect(importsOf(path).filter((one) => !allowed(one))).toEqual([]);
  });

  test.for(filesOf('functions/domain/**/*.ts'))(
    '%s knows neither the clock, nor chance, nor the environment',
    (path) => {
      expect(sourceOf(path)).not.toMatch(CLOCK);
      expect(sourceOf(path)).not.toMatch(/Math\.random|randomUUID|process\.env|\bimport\(|\brequire\(/);
    },
  );
});

/** Run by the build: they hold the tables against the words of the domain, and are in no bundle. */
const CHECKS = ['functions/rules/check.ts', 'functions/rules/schema.ts'];

describe('the rules', () => {
  test.for(filesOf('functions/rules/**/*.ts').filter((path) => !CHECKS.includes(path)))(
    '%s is data: it imports rules, zod, and types of the domain',
    (path) => {
      const allowed = ({ from, isType }: Import) =>
        from === 'zod/mini' ||
        /^(\.\/|\.\.\/)(packs\/|rules\/)?[\w-]+\.ts$/.test(from) ||
        (isType && from.includes('/domain/'));
      expect(importsOf(path).filter((one) => !allowed(one))).toEqual([]);
      expect(sourceOf(path)).not.toMatch(CLOCK);
    },
  );
});

test('the clock is read at the door: in adapters, and where no wrapper hands the time in', () => {
  const readers = filesOf('functions/**/*.ts').filter((path) => CLOCK.test(sourceOf(path)));
  const doors = /^functions\/(adapters\/[\w-]+|intake\/[\w-]+|watch|anchor)\.ts$/;
  expect(readers.filter((path) => !doors.test(path))).toEqual([]);
});

test('what checks the rules when they are built is deployed with nothing', () => {
  const importers = filesOf('functions/**/*.ts').filter((path) => !CHECKS.includes(path));
  const checking = importers.filter((path) => importsOf(path).some(({ from }) => /\/(check|schema)\.ts$/.test(from)));
  expect(checking).toEqual([]);
});
