import { randomUUID } from 'node:crypto';
import type { Activity } from '../activity.ts';
import type { Clock } from '../clock.ts';
import { matches, type Pattern } from '../event-pattern.ts';
import type { KeptList } from '../kept.ts';
import { checkTargets, type Deliver, messageOf, type Target } from '../rule-target.ts';
import type { Resource, Stack } from '../template/stack.ts';

export type BusEvent = Readonly<{
  version: '0';
  id: string;
  'detail-type': string;
  source: string;
  account: string;
  time: string;
  region: string;
  resources: readonly string[];
  detail: unknown;
}>;

/** What was put on a bus, and what put it there. */
export type BusEntry = Readonly<{ bus: string; event: BusEvent; invocation?: string }>;

export type NewEvent = Readonly<{
  source: string;
  detailType: string;
  detail: unknown;
  resources?: readonly string[];
  time?: number;
}>;

export type EventBridge = Readonly<{
  deploy(stack: Stack): void;
  hasBus(bus: string): boolean;
  /** Puts an event on a bus and hands it to the targets of every rule it matches. Its id is returned. */
  put(bus: string, event: NewEvent, invocation?: string): string;
}>;

export type Rule = Readonly<{ name: string; arn: string; bus: string; pattern: Pattern; targets: readonly Target[] }>;

type Options = Readonly<{
  clock: Clock;
  activity: Activity;
  account: string;
  region: string;
  deliver: Deliver;
  entries: KeptList<BusEntry>;
}>;

export const busName = (nameOrArn: unknown) => String(nameOrArn ?? 'default').replace(/^arn:.*:event-bus\//, '');

export function eventBridge({ clock, activity, account, region, deliver, entries }: Options): EventBridge {
  const buses = new Set<string>();
  let rules: readonly Rule[] = [];

  const hand = (bus: string, event: BusEvent) => {
    for (const rule of rules) {
      if (rule.bus !== bus || !matches(rule.pattern, event)) continue;
      for (const target of rule.targets)
        activity.soon(() => deliver(target, messageOf(target, event, rule.arn), rule.arn));
    }
  };

  return {
    hasBus: (bus) => buses.has(bus),
    put(bus, { source, detailType, detail, resources = [], time = clock.now() }, invocation) {
      const seconds = new Date(Math.floor(time / 1000) * 1000).toISOString().replace('.000Z', 'Z');
      const event: BusEvent = {
        version: '0',
        id: randomUUID(),
        'detail-type': detailType,
        source,
        account,
        time: seconds,
        region,
        resources,
        detail,
      };
      entries.add({ bus, event, ...(invocation ? { invocation } : {}) });
      hand(bus, event);
      return event.id;
    },
    deploy(stack) {
      buses.clear();
      buses.add('default');
      for (const { name } of stack.ofType('AWS::Events::EventBus')) buses.add(name);
      rules = stack.ofType('AWS::Events::Rule').flatMap(matchingRule);
    },
  };
}

function matchingRule({ name, arn, properties }: Resource): Rule[] {
  const { EventPattern, EventBusName, Targets = [], State = 'ENABLED' } = properties;
  if (!EventPattern || State === 'DISABLED') return [];
  checkTargets(name, Targets as Target[]);
  return [{ name, arn, bus: busName(EventBusName), pattern: EventPattern as Pattern, targets: Targets as Target[] }];
}
