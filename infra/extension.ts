import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { EXTENSION_STEPS } from './functions.ts';
import type { Ground } from './needs.ts';
import { stateMachine } from './state-machine.ts';

/** Longer time for one clock: a small way of its own, beside the complaint's. */
export class Extension extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    this.machine = stateMachine(this, 'extension', EXTENSION_STEPS, ground);
  }
}
