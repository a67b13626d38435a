import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { Channel } from '../functions/domain/complaint-posted.ts';

const metricNamespace = 'Redress';
const SUM = { namespace: metricNamespace, statistic: Stats.SUM, period: Duration.minutes(5) };

/** How often these functions log a message: what never becomes an event of a ticket is counted where it is told. */
export function logCount(scope: Construct, metricName: string, message: string, functions: readonly Lambda[]): Metric {
  return filtered(scope, metricName, message, functions);
}

/** The same for each channel, and for who names none of them. */
export function logCountByChannel(...[scope, name, message, functions]: Parameters<typeof logCount>) {
  const metricName = `${name}ByChannel`;
  filtered(scope, metricName, message, functions, { Channel: '$.channel' });
  const senders = [...Channel.options, 'core-banking', 'unknown'];
  return Object.fromEntries(
    senders.map((channel) => [channel, new Metric({ ...SUM, metricName, dimensionsMap: { Channel: channel } })]),
  );
}

function filtered(
  scope: Construct,
  metricName: string,
  message: string,
  functions: readonly Lambda[],
  dimensions?: Record<string, string>,
): Metric {
  for (const { logGroup, node } of functions) {
    const filterPattern = FilterPattern.stringValue('$.message', '=', message);
    const metric = { metricNamespace, metricName, metricValue: '1', dimensions };
    new MetricFilter(scope, `${metricName}${node.id}`, { logGroup, filterPattern, ...metric });
  }
  return new Metric({ ...SUM, metricName });
}
