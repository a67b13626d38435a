import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, type FunctionOptions, Function as Lambda, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { type Deployed, FUNCTIONS, type FunctionName, idOf, sourceOf } from './functions.ts';
import { type Ground, NEEDS, type Provision } from './needs.ts';

const MEMORY_MB = 256;
const BUNDLES = join(import.meta.dirname, '..', 'dist');

/** One function of functions.ts: its bundle, its own role with what it needs and nothing more, its own log. */
export function deployFunction(
  scope: Construct,
  name: FunctionName,
  ground: Ground,
  options: FunctionOptions = {},
): Lambda {
  const { needs, seconds }: Deployed = FUNCTIONS[name];
  const bundle = join(BUNDLES, name);
  if (!existsSync(join(bundle, 'index.cjs'))) {
    throw new Error(`dist/${name}/index.cjs is missing: write ${sourceOf(name)}, then npm run build`);
  }
  const id = idOf(name);
  const { tracing } = ground.config;
  const logGroup = ground.logs.group(scope, `${id}Log`);
  const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);

  const provisions: Provision[] = needs.map((need) => NEEDS[need](ground));
  for (const statement of provisions.flatMap(({ may = [] }) => may)) role.addToPrincipalPolicy(statement);
  const told = Object.assign({ POWERTOOLS_SERVICE_NAME: name }, ...provisions.map(({ env }) => env));

  return new Lambda(scope, id, {
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    code: Code.fromAsset(bundle),
    handler: 'index.handler',
    memorySize: MEMORY_MB,
    timeout: Duration.seconds(seconds),
    environment: defined(told),
    tracing: tracing ? Tracing.ACTIVE : Tracing.DISABLED,
    role,
    logGroup,
    ...options,
  });
}

const defined = (variables: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(variables).filter((pair): pair is [string, string] => pair[1] !== undefined));
