import { type Alarm, ComparisonOperator, type Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Config } from './config.ts';
import type { Metrics } from './metrics.ts';

const MINUTE_MS = 60_000;

/** Rings when the metric is above or below the bound for so many periods; `silence`: no data is bad news, too. */
type Row = readonly [
  id: string,
  metric: Metric,
  when: '>' | '<',
  bound: number,
  periods: number,
  description: string,
  silence?: 'rings',
];

/** What must not wait for somebody to look. All ring at one topic. */
export class Alarms extends Construct {
  readonly all: readonly Alarm[];

  constructor(scope: Construct, id: string, metrics: Metrics, topic: Topic, config: Config) {
    super(scope, id);
    const action = new SnsAction(topic);
    this.all = rows(metrics, config).map(
      ([name, metric, when, threshold, evaluationPeriods, alarmDescription, silence]) => {
        const alarm = metric.createAlarm(this, name, {
          alarmDescription,
          threshold,
          evaluationPeriods,
          comparisonOperator:
            when === '>' ? ComparisonOperator.GREATER_THAN_THRESHOLD : ComparisonOperator.LESS_THAN_THRESHOLD,
          treatMissingData: silence ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
        });
        alarm.addAlarmAction(action);
        return alarm;
      },
    );
  }
}

// biome-ignore format: a table is read in columns
function rows({ executions, deadLetters, relay, watch, anchor, tickets, door, waiting, sms }: Metrics, config: Config): Row[] {
  const nearLimit = config.sms.monthlyLimitUsd * 0.8;
  return [
    ['ExecutionFailed',   executions.Failed,     '>', 0, 1, 'An execution failed. Its ticket is started again; look for the cause.'],
    ['ExecutionTimedOut', executions.TimedOut,   '>', 0, 1, 'An execution timed out. Its ticket is started again; look for the cause.'],
    // Not those that are stopped: the relay stops one whenever its ticket goes another way.
    ['ExecutionLost',     tickets.executionLost, '>', 0, 1, 'An execution was lost or stopped by hand. Its ticket is started again.'],
    ...Object.entries(deadLetters).map(([hears, letters]): Row =>
      [`${hears}DeadLetters`, letters,           '>', 0, 1, 'Events that could not be taken. Read them, mend the cause, redrive the queue.']),
    ['RelayGaveUp',       relay.failed,          '>', 0, 1, 'The relay gave records up. They lie in its failures bucket.'],
    ['RelayDropped',      relay.dropped,         '>', 0, 1, 'The relay gave records up and nothing kept them. Their tickets are still in the log.'],
    ['RelayLate',         relay.age,             '>', MINUTE_MS, 1, 'The relay is behind the log, or fails.'],
    ['WatchFails',        watch.errors,          '>', 0, 2, 'The watch fails: no clock is kept.'],
    ['WatchBehind',       watch.behind,          '>', 0, 2, 'For ten minutes more was due than the watch looks at in a minute. Nothing is lost; it comes later.'],
    ['WatchSilent',       watch.runs,            '<', 1, 1, 'The watch does not run: no clock is kept.', 'rings'],
    ['AnchorFails',       anchor.errors,         '>', 0, 1, 'A day was not anchored. The next run catches up; look for the cause.'],
    ['AnchorSilent',      anchor.runs,           '<', 1, 1, 'The anchor does not run: days are not anchored.', 'rings'],
    ['TicketOverdue',     tickets.overdue,       '>', 0, 1, 'A date passed without the reply it was for.'],
    ['TicketParked',      tickets.parked,        '>', 0, 1, 'A ticket waits at the triage desk with an error.'],
    ['MessagesFail',      tickets.messageFailed, '>', 5, 1, 'Messages are refused. The tickets say which; the telephone is the next way.'],
    ['SignaturesRefused', door.unsigned,         '>', 20, 1, 'Requests do not bear the signature they should: a secret is out of date, or somebody tries. The dashboard says whose.'],
    ['RequestsReplayed',  door.replayed,         '>', 50, 1, 'The same signed requests come again and again. They change nothing; find out who sends them.'],
    ['CodesRefused',      tickets.codesRefused,  '>', 0, 1, 'Somebody guessed at one-time codes, or asked for too many. The ticket says by whose link.'],
    ['PostsPutOff',       door.putOff,           '>', 0, 1, 'More posts of one cardholder or channel than the desk takes at once. They come again; find out who sends them.'],
    ['PostsWait',         waiting.posts,         '>', 900, 1, 'Posts wait on the bus, put off or not taken. After 75 minutes they are dead letters.'],
    ['FollowUpsWait',     waiting.followUps,     '>', 900, 1, 'Follow-ups wait on the bus, put off or not taken. After 75 minutes they are dead letters.'],
    ['SmsCapped',         tickets.smsCapped,     '>', 0, 1, 'As many SMS as may went to one number or one country. The next way is taken; look whether somebody pumps.'],
    ['SmsSpend',          sms.spent,             '>', nearLimit, 1, 'Four fifths of the SMS limit are spent. At the limit SNS stops in silence.'],
    ['SmsUndelivered',    sms.success,           '<', 0.9, 2, 'Carriers deliver fewer than nine messages in ten.'],
  ];
}
