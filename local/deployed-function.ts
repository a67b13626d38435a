import type { Handler } from './lambda-module.ts';
import type { Assembly } from './template/assembly.ts';
import type { Resource } from './template/stack.ts';

export type DeployedFunction = {
  name: string;
  arn: string;
  directory: string;
  handler: string;
  environment: Readonly<Record<string, string>>;
  timeoutMs: number;
  memoryMb: number;
  /** Its module, once it was called. */
  loaded?: Handler;
};

/** A function as the template has it, with the environment Lambda gives it. */
export function describeFunction(
  { logicalId, name, arn, properties }: Resource,
  { assets, region }: Assembly,
): DeployedFunction {
  const { Code, Handler, Environment, Timeout = 3, MemorySize = 128 } = properties;
  const key = String((Code as { S3Key?: string } | undefined)?.S3Key);
  const directory = assets.get(key);
  if (!directory) throw new Error(`the code of ${logicalId}, ${key}, is not an asset of this assembly`);
  const own = (Environment as { Variables?: Record<string, string> } | undefined)?.Variables ?? {};
  return {
    name,
    arn,
    directory,
    handler: String(Handler),
    environment: {
      ...own,
      AWS_LAMBDA_FUNCTION_NAME: name,
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(MemorySize),
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      LAMBDA_TASK_ROOT: directory,
      AWS_DEFAULT_REGION: region,
      TZ: ':UTC',
    },
    timeoutMs: Number(Timeout) * 1000,
    memoryMb: Number(MemorySize),
  };
}
