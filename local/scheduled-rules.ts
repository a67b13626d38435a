import { checkTargets, type Target } from './rule-target.ts';
import type { Resource, Stack } from './template/stack.ts';

/** A rule or a schedule that is enabled and runs by the clock. */
export type ScheduledRule = Readonly<{
  resource: Resource;
  expression: string;
  zone?: string;
  targets: readonly Target[];
}>;

type Properties = Readonly<{
  State?: string;
  ScheduleExpression?: string;
  ScheduleExpressionTimezone?: string;
  Targets?: readonly Target[];
  Target?: Target;
}>;

export function scheduledRules(stack: Stack): readonly ScheduledRule[] {
  return stack.ofType('AWS::Events::Rule', 'AWS::Scheduler::Schedule').flatMap((resource): ScheduledRule[] => {
    const { State = 'ENABLED', ScheduleExpression, ...rest } = resource.properties as Properties;
    if (!ScheduleExpression || State !== 'ENABLED') return [];
    const targets = rest.Target ? [rest.Target] : (rest.Targets ?? []);
    checkTargets(resource.name, targets);
    return [{ resource, expression: ScheduleExpression, zone: rest.ScheduleExpressionTimezone, targets }];
  });
}
