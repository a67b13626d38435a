import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const cwd = fileURLToPath(new URL('../../', import.meta.url));
const model = readFileSync(new URL('../../docs/threat-model.md', import.meta.url), 'utf8');
const rows = [...model.matchAll(/^\| (\d+) \| (.+?) \| (.+?) \| (.+?) \|$/gm)].map(
  ([, number = '', , , tried = '']) => ({
    number: Number(number),
    files: [...tried.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
  }),
);
const found = (pattern: string) => globSync(pattern, { cwd });

test('the twenty-five attacks are told of, in their order', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 25 }, (_, nth) => nth + 1));
});

test('every attack that is tried is named in the row of its number', () => {
  const tests = found('test/attacks/[0-9]*.test.ts');
  expect(tests.length).toBeGreaterThanOrEqual(10);
  for (const path of tests) {
    const [, number] = /(\d+)-/.exec(path) ?? [];
    const row = rows.find((one) => one.number === Number(number));
    expect(row?.files.flatMap(found), `docs/threat-model.md, row ${number}`).toContain(path);
  }
});

test('every attack has its test', () => {
  expect(rows.filter(({ files }) => files.flatMap(found).length === 0).map(({ number }) => number)).toEqual([]);
});

test('every other file that is named exists', () => {
  const named = [...model.matchAll(/(?:`|\()((?:docs\/|functions\/|test\/)?[\w/-]+\.(?:test\.ts|ts|md))(?:`|\))/g)].map(
    ([, path = '']) => path,
  );
  const paths = named.map((path) => (path.includes('/') ? path : `docs/${path}`));
  expect(paths.length).toBeGreaterThan(15);
  expect(paths.filter((path) => !existsSync(new URL(path, new URL('../../', import.meta.url))))).toEqual([]);
});
