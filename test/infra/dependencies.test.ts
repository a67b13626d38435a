import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bundled, licences, packages } from '../../scripts/licences.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json'));
const lockfile: Record<string, { integrity?: string; inBundle?: boolean }> = JSON.parse(
  read('package-lock.json'),
).packages;

test('every dependency is pinned to one version', () => {
  const versions = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
});

test('the lockfile knows the digest of everything that is fetched', () => {
  const fetched = Object.entries(lockfile).filter(([path, { inBundle }]) => path !== '' && !inBundle);
  expect(fetched.length).toBeGreaterThan(100);
  expect(fetched.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
});

test('only the lockfile is installed from', () => {
  const installs = read('.ci/run').match(/npm (ci|install|i|add|update)\b.*|npx (?!-?-?no).*/g);
  expect(installs).toEqual(['npm ci']);
});

test('what is deployed may be deployed: no licence asks for the source in return', () => {
  const all = packages();
  const given = [...bundled()].map((path) => [path, all.get(path)?.licence]);
  const allowed = ['MIT', 'MIT-0', 'Apache-2.0', 'ISC', '0BSD', 'BSD-3-Clause', 'BSD-2-Clause'];
  expect(given.length).toBeGreaterThan(20);
  expect(given.filter(([, licence]) => !allowed.includes(licence ?? ''))).toEqual([]);
});

test('the licences are listed as they are (else: npx node scripts/licences.ts)', () => {
  expect(read('docs/licences.md')).toBe(licences());
});
