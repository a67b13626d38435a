import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FUNCTIONS } from '../../infra/functions.ts';
import { describeFunction } from '../../local/deployed-function.ts';
import { readAssembly } from '../../local/template/assembly.ts';
import { loadStack } from '../../local/template/stack.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const SDK = /node_modules\/@(aws-sdk|aws-crypto|smithy|aws)\//;

export type Bundle = Readonly<{
  name: string;
  file: string;
  bytes: number;
  usesSdk: boolean;
  environment: Readonly<Record<string, string>>;
}>;

type Output = Readonly<{ bytes: number; inputs: Record<string, Readonly<{ bytesInOutput: number }>> }>;

/** Every bundle of the last build, with the environment that the template gives its function. */
export function bundles(): Bundle[] {
  const metafile = join(ROOT, 'dist', '.meta', 'metafile.json');
  const { outputs } = JSON.parse(readFileSync(metafile, 'utf8')) as { outputs: Record<string, Output> };
  const assembly = readAssembly(join(ROOT, 'cdk.out'));
  const deployed = loadStack(assembly, 'http://127.0.0.1').ofType('AWS::Lambda::Function');
  const environments = new Map(
    deployed
      .map((resource) => describeFunction(resource, assembly).environment)
      .map((environment) => [environment.POWERTOOLS_SERVICE_NAME, environment]),
  );
  return Object.keys(FUNCTIONS).map((name) => {
    const { bytes, inputs } = outputs[`dist/${name}/index.cjs`] ?? missing(`dist/${name}`, 'npm run build');
    const environment = environments.get(name) ?? missing(`the function ${name} in cdk.out`, 'npm run synth');
    const usesSdk = Object.entries(inputs).some(([path, { bytesInOutput }]) => SDK.test(path) && bytesInOutput > 0);
    return {
      name,
      file: join(ROOT, 'dist', name, 'index.cjs'),
      bytes,
      usesSdk,
      environment: { ...REGION, ...environment },
    };
  });
}

/** What Lambda itself tells a function of where it runs and as whom. */
const REGION = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'sample',
  AWS_SECRET_ACCESS_KEY: 'sample',
  AWS_SESSION_TOKEN: 'sample',
};

function missing(what: string, command: string): never {
  throw new Error(`${what} is missing: ${command} first`);
}
