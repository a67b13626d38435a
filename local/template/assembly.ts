import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** One stack of a cloud assembly, as `cdk synth` wrote it. */
export type Assembly = Readonly<{
  stackName: string;
  region: string;
  account: string;
  template: Template;
  /** Directory of each file asset, by the key its zip would have in the bootstrap bucket. */
  assets: ReadonlyMap<string, string>;
}>;

export type TemplateResource = Readonly<{
  Type: string;
  Properties?: Readonly<Record<string, unknown>>;
  Condition?: string;
  DependsOn?: string | readonly string[];
  Metadata?: Readonly<Record<string, unknown>>;
}>;

export type Template = Readonly<{
  Resources: Readonly<Record<string, TemplateResource>>;
  Parameters?: Readonly<Record<string, Readonly<{ Type: string; Default?: string }>>>;
  Mappings?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  Conditions?: Readonly<Record<string, unknown>>;
  Outputs?: Readonly<Record<string, Readonly<{ Value: unknown; Condition?: string }>>>;
}>;

type Manifest = Readonly<{ artifacts?: Readonly<Record<string, Artifact>> }>;
type Artifact = Readonly<{
  type: string;
  environment?: string;
  properties?: Readonly<{ templateFile?: string; file?: string; stackName?: string }>;
}>;
type AssetManifest = Readonly<{
  files?: Readonly<
    Record<
      string,
      Readonly<{
        source: Readonly<{ path?: string; packaging?: string }>;
        destinations: Readonly<Record<string, Readonly<{ objectKey: string }>>>;
      }>
    >
  >;
}>;

const NO_ACCOUNT = '000000000000';
const USUAL_REGION = 'us-east-1';

export class UnusableAssembly extends Error {
  override readonly name = 'UnusableAssembly';
}

export function readAssembly(directory: string): Assembly {
  const read = <T>(file: string): T => {
    try {
      return JSON.parse(readFileSync(join(directory, file), 'utf8'));
    } catch (cause) {
      throw new UnusableAssembly(`cannot read ${file} of ${directory}: run the synth first`, { cause });
    }
  };

  const artifacts = Object.entries(read<Manifest>('manifest.json').artifacts ?? {});
  const stacks = artifacts.filter(([, { type }]) => type === 'aws:cloudformation:stack');
  const [stack] = stacks;
  if (!stack || stacks.length > 1) {
    throw new UnusableAssembly(`${directory} has ${stacks.length} stacks; the embedded cloud runs exactly one`);
  }
  const [id, { environment = '', properties }] = stack;
  const [, account = '', region = ''] = /^aws:\/\/([^/]+)\/(.+)$/.exec(environment) ?? [];

  const assets = new Map<string, string>();
  for (const [, { type, properties: asset }] of artifacts) {
    if (type !== 'cdk:asset-manifest' || !asset?.file) continue;
    for (const { source, destinations } of Object.values(read<AssetManifest>(asset.file).files ?? {})) {
      for (const { objectKey } of Object.values(destinations)) {
        if (source.path) assets.set(objectKey, resolve(directory, source.path));
      }
    }
  }

  return {
    stackName: properties?.stackName ?? id,
    account: /^\d{12}$/.test(account) ? account : NO_ACCOUNT,
    region: region && region !== 'unknown-region' ? region : USUAL_REGION,
    template: read<Template>(properties?.templateFile ?? `${id}.template.json`),
    assets,
  };
}
