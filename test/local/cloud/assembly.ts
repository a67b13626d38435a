import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

export type TemplateParts = Readonly<{
  resources?: Readonly<Record<string, unknown>>;
  outputs?: Readonly<Record<string, unknown>>;
  /** Source of each function, by the logical id it gets; bundled as the product's own are. */
  functions?: Readonly<Record<string, string>>;
  environment?: Readonly<Record<string, unknown>>;
}>;

/** Writes a cloud assembly as `cdk synth` lays it out, and gives its directory. */
export function writeAssembly({
  resources = {},
  outputs = {},
  functions = {},
  environment = {},
}: TemplateParts): string {
  const directory = mkdtempSync(join(tmpdir(), 'assembly-'));
  const write = (file: string, content: unknown) => writeFileSync(join(directory, file), JSON.stringify(content));
  const files: Record<string, unknown> = {};
  const all: Record<string, unknown> = { ...resources };

  for (const [name, source] of Object.entries(functions)) {
    const asset = `asset.${name}`;
    mkdirSync(join(directory, asset));
    buildSync({
      stdin: { contents: source, resolveDir: process.cwd(), loader: 'ts' },
      outfile: join(directory, asset, 'index.cjs'),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      minify: true,
      logLevel: 'error',
    });
    const objectKey = `${name}.zip`;
    files[name] = { source: { path: asset, packaging: 'zip' }, destinations: { current: { objectKey } } };
    all[name] = {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Code: { S3Bucket: 'assets', S3Key: objectKey },
        Handler: 'index.handler',
        Timeout: 30,
        MemorySize: 256,
        Environment: { Variables: environment },
      },
    };
  }

  write('Test.template.json', { Resources: all, Outputs: outputs });
  write('Test.assets.json', { files });
  write('manifest.json', {
    artifacts: {
      'Test.assets': { type: 'cdk:asset-manifest', properties: { file: 'Test.assets.json' } },
      Test: {
        type: 'aws:cloudformation:stack',
        environment: 'aws://unknown-account/eu-west-1',
        properties: { templateFile: 'Test.template.json' },
      },
    },
  });
  return directory;
}
