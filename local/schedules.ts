import type { Activity } from './activity.ts';
import type { Clock } from './clock.ts';
import { type NextTick, nextTick } from './cron.ts';
import { checkTargets, type Deliver, messageOf, type Target } from './rule-target.ts';
import type { Resource, Stack } from './template/stack.ts';

/** Tells when a rule's next run has anything to do; undefined: not before something else happens. */
export type WakeFor = Readonly<Record<string, () => Promise<Date | undefined>>>;

export type Schedules = Readonly<{
  deploy(stack: Stack): void;
  /** Before a jump: asks the rules that can skip idle runs, if anything ran since they were last asked. */
  beforeJump(until: number): Promise<void>;
  /** After a jump, wall time goes on with every tick. */
  afterJump(): void;
  close(): void;
}>;

type Options = Readonly<{
  clock: Clock;
  activity: Activity;
  account: string;
  region: string;
  deliver: Deliver;
  wakeFor: WakeFor;
}>;

type Scheduled = {
  readonly name: string;
  readonly arn: string;
  readonly targets: readonly Target[];
  readonly next: NextTick;
  readonly wake?: () => Promise<Date | undefined>;
  lastRun: number;
  cancel: () => void;
};

/** Scheduled rules and EventBridge schedules. */
export function schedules({ clock, activity, account, region, deliver, wakeFor }: Options): Schedules {
  let rules: Scheduled[] = [];
  let askedAt = -1;

  const run = (rule: Scheduled) => {
    const time = clock.now();
    rule.lastRun = time;
    const event = {
      version: '0' as const,
      id: crypto.randomUUID(),
      'detail-type': 'Scheduled Event',
      source: 'aws.events',
      account,
      time: new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z'),
      region,
      resources: [rule.arn],
      detail: {},
    };
    for (const target of rule.targets)
      activity.soon(() => deliver(target, messageOf(target, event, rule.arn), rule.arn));
  };

  const arm = (rule: Scheduled, from: number) => {
    rule.cancel();
    const time = rule.next(Math.max(from, rule.lastRun + 1));
    if (time === undefined) return;
    rule.cancel = clock.at(time, () => {
      run(rule);
      arm(rule, time + 1);
    });
  };

  const scheduled = (
    resource: Resource,
    expression: string,
    zone: string | undefined,
    targets: readonly Target[],
  ): Scheduled => ({
    name: resource.name,
    arn: resource.arn,
    targets,
    next: nextTick(expression, zone),
    wake: wakeFor[resource.logicalId] ?? wakeFor[resource.name] ?? wakeFor[resource.path],
    lastRun: clock.now(),
    cancel: () => {},
  });

  return {
    deploy(stack) {
      for (const { cancel } of rules) cancel();
      rules = [];
      for (const resource of stack.ofType('AWS::Events::Rule')) {
        const { ScheduleExpression, Targets = [], State = 'ENABLED' } = resource.properties;
        if (ScheduleExpression && State === 'ENABLED')
          rules.push(scheduled(resource, String(ScheduleExpression), undefined, Targets as Target[]));
      }
      for (const resource of stack.ofType('AWS::Scheduler::Schedule')) {
        const {
          ScheduleExpression,
          ScheduleExpressionTimezone: zone,
          Target: target,
          State = 'ENABLED',
        } = resource.properties;
        if (State !== 'ENABLED') continue;
        rules.push(scheduled(resource, String(ScheduleExpression), zone as string | undefined, [target as Target]));
      }
      for (const rule of rules) {
        checkTargets(rule.name, rule.targets);
        arm(rule, clock.now() + 1);
      }
    },
    async beforeJump() {
      if (askedAt === activity.begun()) return;
      for (const rule of rules) {
        if (!rule.wake) continue;
        const due = await rule.wake();
        if (due) arm(rule, Math.max(due.getTime(), clock.now()));
        else rule.cancel();
      }
      await activity.quiet();
      askedAt = activity.begun();
    },
    afterJump() {
      askedAt = -1;
      for (const rule of rules) if (rule.wake) arm(rule, clock.now() + 1);
    },
    close() {
      for (const { cancel } of rules) cancel();
    },
  };
}
