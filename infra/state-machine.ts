import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { deployFunction } from './deployed-function.ts';
import { type FunctionName, idOf } from './functions.ts';
import type { Ground } from './needs.ts';
import { allow } from './statements.ts';

/** The way that `<file>.asl.json` describes, and one function for each of its steps. */
export function stateMachine(scope: Construct, file: string, names: readonly FunctionName[], ground: Ground) {
  const steps = names.map((name) => [idOf(name), deployFunction(scope, name, ground).functionArn] as const);
  const machine = new StateMachine(scope, idOf(file), {
    definitionBody: DefinitionBody.fromString(readFileSync(join(import.meta.dirname, `${file}.asl.json`), 'utf8')),
    definitionSubstitutions: Object.fromEntries(steps),
    logs: {
      // Under this prefix the log needs no entry in the account's resource policy, which is full after ten of them.
      destination: ground.logs.group(scope, 'Log', `/aws/vendedlogs/states/${Stack.of(scope).stackName}-${file}`),
      level: LogLevel.ALL,
      includeExecutionData: false,
    },
    tracingEnabled: ground.config.tracing,
  });
  for (const [, arn] of steps) machine.addToRolePolicy(allow(['lambda:InvokeFunction'], arn));
  return machine;
}
