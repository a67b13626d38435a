import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Match, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { deployFunction } from './deployed-function.ts';
import type { Door } from './http-api.ts';
import type { Ground } from './needs.ts';
import { DeadLetters, Hearing } from './queues.ts';

/** How word comes in: posts and events of channels, core banking's questions and answers, and executions that were lost. */
export class Intake extends Construct {
  /** Those that ask who signed. */
  readonly signed: readonly Lambda[];
  /** Those that put off what is too much at once, and what waits on the bus meanwhile. */
  readonly capped: readonly Lambda[];
  readonly waiting: Readonly<Record<'posts' | 'followUps', Metric>>;

  constructor(scope: Construct, id: string, ground: Ground, door: Door, machines: StateMachine[]) {
    super(scope, id);
    const receives = deployFunction(this, 'receive-post', ground);
    const receivesMore = deployFunction(this, 'receive-follow-up', ground);
    const details = deployFunction(this, 'command-details', ground);
    this.signed = [receives, receivesMore, details];
    door.opensTo(receives, '/complaints', HttpMethod.POST);
    door.opensTo(receivesMore, '/complaints/{ticket}/follow-ups', HttpMethod.POST);
    door.opensTo(details, '/commands/{ticket}/{command}', HttpMethod.GET);

    const hears = deployFunction(this, 'receive-event', ground);
    this.capped = [receives, receivesMore, hears];
    const posts = { source: Match.prefix('channel.'), detailType: ['ComplaintPosted'] };
    const { age: ofPosts } = new Hearing(this, 'Posts', ground.bus, posts, hears);
    const more = { source: Match.prefix('channel.'), detailType: ['FollowUpPosted'] };
    const { age: ofMore } = new Hearing(this, 'FollowUps', ground.bus, more, receivesMore);
    this.waiting = { posts: ofPosts, followUps: ofMore };

    const answers = { source: ['core-banking'], detailType: ['CommandCarriedOut', 'CommandFailed'] };
    new Hearing(this, 'CoreBanking', ground.bus, answers, deployFunction(this, 'hear-core-banking', ground));

    this.hearLostExecutions(ground, machines);
  }

  /** An execution that ended without reaching its end. The log says where its ticket stands; the relay starts it again. */
  private hearLostExecutions(ground: Ground, machines: StateMachine[]): void {
    const deadLetterQueue = new DeadLetters(this, 'LostExecutions');
    const listener = deployFunction(this, 'hear-lost-execution', ground, {
      onFailure: new SqsDestination(deadLetterQueue),
      retryAttempts: 2,
    });
    new Rule(this, 'LostExecutionsRule', {
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: {
          stateMachineArn: machines.map(({ stateMachineArn }) => stateMachineArn),
          status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
        },
      },
      targets: [new LambdaFunction(listener, { deadLetterQueue })],
    });
  }
}
