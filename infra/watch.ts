import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { deployFunction } from './deployed-function.ts';
import type { Ground } from './needs.ts';

/** All clocks: every minute, whatever is due, even if its execution is stuck. */
export class Watch extends Construct {
  readonly watch: Lambda;

  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    // The next minute is the retry: a run that failed late would only overlap it.
    this.watch = deployFunction(this, 'watch', ground, { retryAttempts: 0 });
    new Rule(this, 'EveryMinute', {
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new LambdaFunction(this.watch, { retryAttempts: 0, maxEventAge: Duration.minutes(1) })],
    });
  }
}
