import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { deployFunction } from './deployed-function.ts';
import type { Ground } from './needs.ts';
import { allow } from './statements.ts';

/** Every day, twenty minutes after it is over in the bank's zone, when the relay has noted the last of it. */
const AT = 'cron(20 0 * * ? *)';

/** Anchors the log in the locked bucket: whoever rewrites the table cannot rewrite what it was at the end of a day. */
export class Anchor extends Construct {
  readonly anchor: Lambda;

  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    this.anchor = deployFunction(this, 'anchor', ground);
    const { functionArn } = this.anchor;
    // A rule knows UTC only; and the scheduler's own target would let it invoke every version.
    const role = new Role(this, 'DailyRole', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    role.addToPolicy(allow(['lambda:InvokeFunction'], functionArn));
    new CfnSchedule(this, 'Daily', {
      scheduleExpression: AT,
      scheduleExpressionTimezone: ground.config.bank.zone,
      flexibleTimeWindow: { mode: 'OFF' },
      target: { arn: functionArn, roleArn: role.roleArn, retryPolicy: { maximumRetryAttempts: 5 } },
    });
  }
}
