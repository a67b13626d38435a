import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { deployFunction } from './deployed-function.ts';
import { idOf, STEPS } from './functions.ts';
import type { Ground } from './needs.ts';
import { allow } from './statements.ts';

const DEFINITION = join(import.meta.dirname, 'complaint.asl.json');

/** The way of a complaint, and one function for each of its steps. */
export class Workflow extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    const steps = STEPS.map((name) => [idOf(name), deployFunction(this, name, ground).functionArn] as const);
    this.machine = new StateMachine(this, 'Complaint', {
      definitionBody: DefinitionBody.fromString(readFileSync(DEFINITION, 'utf8')),
      definitionSubstitutions: Object.fromEntries(steps),
      logs: {
        // Under this prefix the log needs no entry in the account's resource policy, which is full after ten of them.
        destination: new LogGroup(this, 'Log', {
          logGroupName: `/aws/vendedlogs/states/${Stack.of(this).stackName}-complaint`,
          retention: ground.config.logDays,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        level: LogLevel.ERROR,
        includeExecutionData: false,
      },
      tracingEnabled: ground.config.tracing,
    });
    for (const [, arn] of steps) this.machine.addToRolePolicy(allow(['lambda:InvokeFunction'], arn));
  }
}
