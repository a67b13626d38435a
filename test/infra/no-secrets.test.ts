import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

/** What a secret looks like, whoever left it there. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  "AWS's access key": /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  'private key': /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/,
  'signed token': /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/,
  "somebody's token": /\b(?:gh[pousr]_\w{36}|github_pat_\w{60,}|xox[abprs]-[\w-]{10,}|npm_\w{36}|sk_live_\w{20,})\b/,
};
/** A literal under a name that promises a secret. */
const NAMED =
  /(?:secret|passw(?:or)?d|api_?key|private_?key|credential|auth_?token)\w*["']?\s*[:=]\s*(["'`])([^"'`\s$]{16,})\1/gi;
const RANDOM_BITS = 3.5;

/** Shannon's entropy a character: words have about three bits, random strings of this length more than four. */
function entropy(text: string): number {
  const counts = Object.values(Object.groupBy(text, (letter) => letter)).map((some) => some?.length ?? 0);
  return -counts.reduce((sum, count) => sum + (count / text.length) * Math.log2(count / text.length), 0);
}

/** Neither a name with dots, dashes or slashes between its words nor an example of AWS's own is random. */
const isWords = (text: string) => /^[a-z]+(?:[-./:_#][a-z0-9*]+)+$/i.test(text) || /EXAMPLE|sample/i.test(text);

function secretsIn(text: string): string[] {
  const shaped = Object.entries(SHAPES).filter(([, shape]) => shape.test(text));
  const named = [...text.matchAll(NAMED)].filter(
    ([, , value = '']) => !isWords(value) && /\d/.test(value) && entropy(value) > RANDOM_BITS,
  );
  return [...shaped.map(([what]) => what), ...named.map(([found]) => found.slice(0, 30))];
}

function found(paths: readonly string[]): string[] {
  return paths.flatMap((path) => secretsIn(readFileSync(join(ROOT, path), 'utf8')).map((what) => `${path}: ${what}`));
}

const bundles = readdirSync(join(ROOT, 'dist'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.cjs'))
  .map((path) => `dist/${path}`);

test('no secret is in a bundle, nor any that the demonstration uses', () => {
  expect(bundles.length).toBeGreaterThan(30);
  expect(found(bundles)).toEqual([]);
  const samples = /sample-(secret|ticket-key|roster)|sample-secret-of/;
  expect(bundles.filter((path) => samples.test(readFileSync(join(ROOT, path), 'utf8')))).toEqual([]);
});

test('no secret is in what is deployed beside them', () => {
  const assembly = readdirSync(join(ROOT, 'cdk.out')).filter((path) => path.endsWith('.json'));
  expect(assembly).toContain('Redress.template.json');
  expect(found(assembly.map((path) => `cdk.out/${path}`))).toEqual([]);
});

test('no secret is in the repository', () => {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const sources = listed.split('\0').filter((path) => /\.(ts|json|md|sh|yml|yaml|asl)$|^\.ci\//.test(path));
  expect(sources.length).toBeGreaterThan(300);
  expect(found(sources.filter((path) => existsSync(join(ROOT, path)) && path !== 'package-lock.json'))).toEqual([]);
});

test.for([
  `const key = 'AKIA${'Q3EGRIV7XWJ2N5PL'}';`,
  `${'-----BEGIN EC '}PRIVATE KEY-----`,
  `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjYXJkIn0${'.'}dBjftJeZ4CVP-mB92K27uhbU`,
  `{"channelSecret": ${'"'}q8Zt4NfL2xVb7RwK9pYd"}`,
])('one would be found: %s', (text) => {
  expect(secretsIn(text)).toHaveLength(1);
});
