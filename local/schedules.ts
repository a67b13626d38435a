import { randomUUID } from 'node:crypto';
import type { Activity } from './activity.ts';
import type { Clock } from './clock.ts';
import { type NextTick, nextTick } from './cron.ts';
import { type Deliver, messageOf } from './rule-target.ts';
import { type ScheduledRule, scheduledRules } from './scheduled-rules.ts';
import type { BusEvent } from './services/eventbridge.ts';
import { isCalled, type Stack } from './template/stack.ts';

type Wake = () => Promise<Date | undefined>;

/** By rule: when its next run has anything to do; undefined: not before something else happens. */
export type WakeFor = Readonly<Record<string, Wake>>;

export type Schedules = Readonly<{
  deploy(stack: Stack): void;
  /** Before time jumps: asks the rules that can skip idle runs, if anything ran since they were last asked. */
  beforeJump(): Promise<void>;
  /** After time was travelled, every tick counts again. */
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

type Running = ScheduledRule & { next: NextTick; wake?: Wake; lastRun: number; cancel: () => void };

/** Scheduled rules and EventBridge schedules. */
export function schedules({ clock, activity, account, region, deliver, wakeFor }: Options): Schedules {
  let rules: readonly Running[] = [];
  let askedAt = -1;

  const eventOf = ({ resource }: ScheduledRule): BusEvent => ({
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account,
    time: new Date(clock.now()).toISOString().replace(/\.\d{3}Z$/, 'Z'),
    region,
    resources: [resource.arn],
    detail: {},
  });

  const run = (rule: Running) => {
    rule.lastRun = clock.now();
    const event = eventOf(rule);
    const { arn } = rule.resource;
    for (const target of rule.targets) activity.soon(() => deliver(target, messageOf(target, event, arn), arn));
  };

  const arm = (rule: Running, from: number) => {
    rule.cancel();
    const time = rule.next(Math.max(from, rule.lastRun + 1));
    if (time === undefined) return;
    rule.cancel = clock.at(time, () => {
      run(rule);
      arm(rule, time + 1);
    });
  };

  return {
    deploy(stack) {
      for (const { cancel } of rules) cancel();
      const wakes = Object.entries(wakeFor);
      rules = scheduledRules(stack).map((rule) => ({
        ...rule,
        next: nextTick(rule.expression, rule.zone),
        wake: wakes.find(([called]) => isCalled(rule.resource, called, stack.name))?.[1],
        lastRun: clock.now(),
        cancel: () => {},
      }));
      for (const [called, wake] of wakes) {
        if (!rules.some((rule) => rule.wake === wake))
          throw new Error(`no scheduled rule of the stack is called ${called}`);
      }
      for (const rule of rules) arm(rule, clock.now() + 1);
    },
    async beforeJump() {
      if (askedAt === activity.begun()) return;
      for (const rule of rules) {
        if (!rule.wake) continue;
        const due = await rule.wake();
        if (due) arm(rule, Math.max(due.getTime(), clock.now()));
        else rule.cancel();
      }
      // What the asking itself set off is no reason to ask again.
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
