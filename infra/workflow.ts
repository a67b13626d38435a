import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { STEPS } from './functions.ts';
import type { Ground } from './needs.ts';
import { stateMachine } from './state-machine.ts';

/** The way of a complaint. */
export class Workflow extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    this.machine = stateMachine(this, 'complaint', STEPS, ground);
  }
}
