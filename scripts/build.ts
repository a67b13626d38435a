import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import { FUNCTIONS, type FunctionName, sourceOf } from '../infra/functions.ts';

import { leanSchemas } from './lean-schemas.ts';
import { noEndpointDiscovery } from './no-endpoint-discovery.ts';
import { noEventStreams } from './no-event-streams.ts';
import { versionOnly } from './version-only.ts';

const RULES = 'functions/rules/check.ts';

/** A reviewed table that contradicts itself stops here, not in front of a customer. */
if (existsSync(RULES)) (await import(pathToFileURL(RULES).href)).checkRules();

/**
 * Where the SDK would look for credentials after the environment, which is where Lambda puts them. It imports these when
 * it comes to that, so they cost nothing but 120 kB of every bundle.
 */
const NEVER_ASKED = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
];

/** The bundle of `functions/steps/close.ts` is `dist/close/index.cjs`. */
const names = Object.keys(FUNCTIONS) as FunctionName[];
const [written, missing] = [
  names.filter((name) => existsSync(sourceOf(name))),
  names.filter((name) => !existsSync(sourceOf(name))),
];
if (missing.length > 0) console.error(`not written yet: ${missing.map(sourceOf).join(', ')}`);

const { metafile } = await build({
  entryPoints: written.map((name) => ({ in: sourceOf(name), out: `${name}/index` })),
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node24',
  // Sources are ESM, bundles are not: ESM output makes Node load undici, 25 ms of every cold start.
  format: 'cjs',
  // Texts as they are written: escaped, a Chinese character is twice as long.
  charset: 'utf8',
  // The SDK's CommonJS files cannot be shaken: twice the size.
  mainFields: ['module', 'main'],
  external: NEVER_ASKED,
  plugins: [leanSchemas, versionOnly, noEventStreams, noEndpointDiscovery],
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
});

for (const old of readdirSync('dist'))
  if (old !== '.meta' && !(old in FUNCTIONS)) rmSync(`dist/${old}`, { recursive: true });
mkdirSync('dist/.meta', { recursive: true });
writeFileSync('dist/.meta/metafile.json', JSON.stringify(metafile));
console.log(sizes(metafile));

/** Kilobytes of each bundle: whole, zipped, and what is left without the SDK clients. */
function sizes({ outputs }: Metafile): string {
  const kb = (bytes: number) => (bytes / 1000).toFixed(0).padStart(6);
  const rows = Object.entries(outputs).map(([file, { bytes, inputs }]) => {
    const sdk = Object.entries(inputs).filter(([path]) =>
      /node_modules\/@(aws-sdk|aws-crypto|smithy|aws)\//.test(path),
    );
    const own = bytes - sdk.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
    const name = file.split('/')[1] ?? file;
    return `${name.padEnd(24)}${kb(bytes)}${kb(gzipSync(readFileSync(file)).length)}${kb(own)}`;
  });
  return [`${'bundle (kB)'.padEnd(24)}   all  gzip   own`, ...rows].join('\n');
}
