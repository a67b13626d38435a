import type { Template } from '../template/assembly.ts';

/** What there is to measure here: instants at which something happened, or how much of it there is now. */
export type Measures = Readonly<{
  now: number;
  /** By metric, or metric and rule: when it was counted, in milliseconds. */
  counted: Readonly<Record<string, readonly number[]>>;
  /** Visible messages by a queue's logical id. */
  messages: Readonly<Record<string, number>>;
}>;

export type Alarm = Readonly<{ name: string; description: string; state: 'rings' | 'quiet' | 'not measured here' }>;

type Properties = Readonly<{
  AlarmDescription?: string;
  MetricName?: string;
  Threshold?: number;
  Period?: number;
  EvaluationPeriods?: number;
  ComparisonOperator?: string;
  Dimensions?: readonly Readonly<{ Name: string; Value: unknown }>[];
}>;

/** The stack's own alarms, held against what happened here. */
export function alarms({ Resources }: Template, measures: Measures): Alarm[] {
  return Object.entries(Resources)
    .filter(([, { Type }]) => Type === 'AWS::CloudWatch::Alarm')
    .map(([id, { Properties = {}, Metadata }]) => {
      const alarm = Properties as Properties;
      const value = measured(alarm, measures);
      const rings = value !== undefined && value > (alarm.Threshold ?? 0);
      return {
        name:
          String(Metadata?.['aws:cdk:path'] ?? id)
            .split('/')
            .at(-2) ?? id,
        description: alarm.AlarmDescription ?? '',
        state: value === undefined ? 'not measured here' : rings ? 'rings' : 'quiet',
      };
    });
}

function measured(alarm: Properties, { now, counted, messages }: Measures): number | undefined {
  if (alarm.ComparisonOperator !== 'GreaterThanThreshold') return undefined;
  const of = (name: string) => alarm.Dimensions?.find(({ Name }) => Name === name)?.Value;
  const queue = (of('QueueName') as { 'Fn::GetAtt'?: readonly [string] } | undefined)?.['Fn::GetAtt']?.[0];
  if (queue) return messages[queue];

  const times = counted[`${alarm.MetricName} ${of('RuleName')}`] ?? counted[String(alarm.MetricName)];
  const since = now - (alarm.Period ?? 300) * (alarm.EvaluationPeriods ?? 1) * 1000;
  return times?.filter((time) => time > since).length;
}
