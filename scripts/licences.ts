import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Metafile } from 'esbuild';
import { chapter, tableOf } from './rule-book/markdown.ts';

type Package = Readonly<{ name: string; version: string; licence: string }>;

const json = (path: string) => JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));

/** Every package of the lockfile, by where it is installed. */
export function packages(): ReadonlyMap<string, Package> {
  const { packages } = json('package-lock.json') as {
    packages: Record<string, { version: string; license?: string }>;
  };
  return new Map(
    Object.entries(packages)
      .filter(([path]) => path !== '')
      .map(([path, { version, license = 'unknown' }]) => {
        const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
        return [path, { name, version, licence: license }];
      }),
  );
}

/** Where the packages are installed of which something is left in a bundle. */
export function bundled(): ReadonlySet<string> {
  const { outputs } = json('dist/.meta/metafile.json') as Metafile;
  const inputs = Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs));
  return new Set(
    inputs
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .flatMap(([path]) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  );
}

const byName = (one: Package, other: Package) =>
  `${one.name} ${one.version}`.localeCompare(`${other.name} ${other.version}`, 'en');

/** Under which licence everything stands that is deployed, or only used to build and test. */
export function licences(): string {
  const deployed = bundled();
  const all = [...packages()];
  const listed = (isDeployed: boolean) => {
    const chosen = all.filter(([path]) => deployed.has(path) === isDeployed).map(([, one]) => one);
    return [...new Map(chosen.map((one) => [`${one.name}@${one.version}`, one])).values()].sort(byName);
  };
  const rest = Map.groupBy(listed(false), ({ licence }) => licence);
  return chapter(
    1,
    'Licences',
    'Made from `package-lock.json` and the bundles by `npx node scripts/licences.ts`; a test fails while they differ.\n',
    chapter(
      2,
      'In the deployed functions',
      tableOf(
        ['Package', 'Version', 'Licence'],
        listed(true).map(({ name, version, licence }) => [name, version, licence]),
      ),
    ),
    chapter(
      2,
      'Only to build, test and demonstrate',
      tableOf(
        ['Licence', 'Packages'],
        [...rest]
          .sort(([one], [other]) => one.localeCompare(other, 'en'))
          .map(([licence, some]) => [licence, some.map(({ name, version }) => `${name} ${version}`).join(', ')]),
      ),
    ),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../docs/licences.md', import.meta.url), licences());
}
