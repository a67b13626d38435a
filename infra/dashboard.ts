import { AlarmStatusWidget, Dashboard, GraphWidget, type Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import type { Metrics } from './metrics.ts';

const HALF = 12;

const graph = (title: string, metrics: Readonly<Record<string, Metric>>) =>
  new GraphWidget({
    title,
    width: HALF,
    left: Object.entries(metrics).map(([label, metric]) => metric.with({ label })),
  });

/** The desk on one screen: what rings, then what flows. */
export class Board extends Construct {
  constructor(scope: Construct, id: string, metrics: Metrics, { all }: Alarms) {
    super(scope, id);
    const { executions, deadLetters, relay, watch, tickets, door, unsignedByChannel, sms } = metrics;
    new Dashboard(this, 'Dashboard', {
      widgets: [
        [new AlarmStatusWidget({ title: 'Alarms', alarms: [...all], width: 2 * HALF })],
        [graph('Tickets', tickets), graph('Executions', executions)],
        [
          graph('Relay: milliseconds behind the log', { age: relay.age }),
          graph('SMS: US dollars this month', { spent: sms.spent }),
        ],
        [graph('Turned away at the door', door), graph('Signatures refused, by channel', unsignedByChannel)],
        [graph('Watch', watch), graph('Dead letters, and records given up', { ...deadLetters, relay: relay.failed })],
      ],
    });
  }
}
