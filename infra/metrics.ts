import { Duration, Stack } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { type IRuleTarget, Rule } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Anchor } from './anchor.ts';
import type { Intake } from './intake.ts';
import { logCount, logCountByChannel } from './log-counts.ts';
import type { Ground } from './needs.ts';
import { DeadLetters } from './queues.ts';
import type { Relay } from './relay.ts';
import type { Watch } from './watch.ts';

export type Desk = Readonly<{
  ground: Ground;
  machine: StateMachine;
  intake: Intake;
  relay: Relay;
  watch: Watch;
  anchor: Anchor;
}>;

const SUM = { statistic: Stats.SUM, period: Duration.minutes(5) };
const sns = (metricName: string, statistic: string) =>
  new Metric({ namespace: 'AWS/SNS', metricName, statistic, period: Duration.hours(1) });

/** What is counted, once for alarms and dashboard. Ticket events are counted on the bus, what the door turns away in its log: the desk writes no metric of its own. */
export class Metrics extends Construct {
  readonly executions: Readonly<Record<'Started' | 'Succeeded' | 'Failed' | 'TimedOut', Metric>>;
  readonly deadLetters: Readonly<Record<string, Metric>>;
  readonly relay: Readonly<Record<'age' | 'failed' | 'dropped', Metric>>;
  readonly watch: Readonly<Record<'runs' | 'errors' | 'behind', Metric>>;
  readonly anchor: Readonly<Record<'runs' | 'errors', Metric>>;
  readonly tickets: Readonly<
    Record<
      | 'received'
      | 'closed'
      | 'overdue'
      | 'parked'
      | 'messageFailed'
      | 'smsCapped'
      | 'executionLost'
      | 'uncertainDates'
      | 'codesRefused',
      Metric
    >
  >;
  readonly door: Readonly<Record<'unsigned' | 'replayed' | 'putOff', Metric>>;
  readonly waiting: Intake['waiting'];
  readonly unsignedByChannel: Readonly<Record<string, Metric>>;
  readonly sms = { spent: sns('SMSMonthToDateSpentUSD', Stats.MAXIMUM), success: sns('SMSSuccessRate', Stats.AVERAGE) };

  constructor(scope: Construct, id: string, { ground, machine, intake, relay, watch, anchor }: Desk, topic: Topic) {
    super(scope, id);
    const told = new SnsTopic(topic, { deadLetterQueue: new DeadLetters(this, 'Alarms') });
    this.executions = {
      Started: machine.metricStarted(SUM),
      Succeeded: machine.metricSucceeded(SUM),
      Failed: machine.metricFailed(SUM),
      TimedOut: machine.metricTimedOut(SUM),
    };
    this.deadLetters = Object.fromEntries(
      Stack.of(this)
        .node.findAll()
        .filter((node) => node instanceof DeadLetters)
        .map((queue) => [queue.hears, queue.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM })]),
    );
    const given = {
      namespace: 'AWS/Lambda',
      dimensionsMap: { EventSourceMappingUUID: relay.source.eventSourceMappingId },
      ...SUM,
    };
    this.relay = {
      age: relay.relay.metric('IteratorAge', { statistic: Stats.MAXIMUM }),
      failed: new Metric({ ...given, metricName: 'OnFailureDestinationDeliveredEventCount' }),
      dropped: new Metric({ ...given, metricName: 'DroppedEventCount' }),
    };
    this.watch = {
      runs: watch.watch.metricInvocations(SUM),
      errors: watch.watch.metricErrors(SUM),
      behind: logCount(this, 'WatchBehind', 'due tickets were left to the next run', [watch.watch]),
    };
    const daily = { ...SUM, period: Duration.days(1) };
    this.anchor = { runs: anchor.anchor.metricInvocations(daily), errors: anchor.anchor.metricErrors(SUM) };

    const refused = ['UnsignedRequests', 'a signature was refused', intake.signed] as const;
    this.door = {
      unsigned: logCount(this, ...refused),
      replayed: logCount(this, 'ReplayedRequests', 'a request was replayed', intake.signed),
      putOff: logCount(this, 'PostsPutOff', 'a post was put off', intake.capped),
    };
    this.waiting = intake.waiting;
    this.unsignedByChannel = logCountByChannel(this, ...refused);

    const count = (
      detailType: string,
      targets: IRuleTarget[] = [],
      detail?: Record<string, unknown[]>,
      name = detailType,
    ) => {
      // Named here: CloudFormation's Ref of a rule has the bus in it, and CloudWatch's dimension has not.
      const ruleName = `${Stack.of(this).stackName}-${name}`;
      const eventPattern = { source: ['redress'], detailType: [detailType], ...(detail && { detail }) };
      new Rule(this, name, { ruleName, eventBus: ground.bus, eventPattern, targets });
      const dimensionsMap = { EventBusName: ground.bus.eventBusName, RuleName: ruleName };
      return new Metric({ namespace: 'AWS/Events', metricName: 'MatchedEvents', dimensionsMap, ...SUM });
    };
    this.tickets = {
      received: count('ComplaintReceived'),
      closed: count('Closed'),
      // These two must be heard of by the ticket's number, not as a count.
      overdue: count('Overdue', [told]),
      parked: count('Parked', [told]),
      messageFailed: count('MessageFailed'),
      smsCapped: count('MessageFailed', [], { reason: ['capped'] }, 'SmsCapped'),
      executionLost: count('ExecutionLost'),
      codesRefused: count('CodesRefused'),
      uncertainDates: count('ClockStarted', [], { uncertain: [true] }),
    };
  }
}
