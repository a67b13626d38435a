import type { BusEvent } from './services/eventbridge.ts';

/** A target as the template has it, of a rule or of a schedule. */
export type Target = Readonly<{
  Id?: string;
  Arn: string;
  Input?: string;
  InputPath?: string;
  InputTransformer?: Readonly<{ InputPathsMap?: Readonly<Record<string, string>>; InputTemplate: string }>;
  DeadLetterConfig?: Readonly<{ Arn?: string }>;
  RetryPolicy?: Readonly<{ MaximumRetryAttempts?: number; MaximumEventAgeInSeconds?: number }>;
}>;

const KNOWN_TARGET = /^arn:aws[\w-]*:(lambda|sqs|sns|states|logs):|:event-bus\//;

/** Every target is one that is run here: better known before the first event than after it. */
export function checkTargets(rule: string, targets: readonly Target[]): void {
  const unknown = targets.find(({ Arn }) => !KNOWN_TARGET.test(Arn));
  if (unknown) throw new Error(`the rule ${rule} has a target that is not run here: ${unknown.Arn}`);
}

/** Hands a message, JSON, to a target; `by` says which rule. */
export type Deliver = (target: Target, message: string, by: string) => Promise<void>;

/** What of an event a target gets. */
export function messageOf({ Input, InputPath, InputTransformer }: Target, event: BusEvent, ruleArn: string): string {
  if (Input !== undefined) return Input;
  if (InputPath !== undefined) return JSON.stringify(at(event, InputPath));
  if (InputTransformer) return transformed(InputTransformer, event, ruleArn);
  return JSON.stringify(event);
}

function transformed(
  { InputPathsMap = {}, InputTemplate }: NonNullable<Target['InputTransformer']>,
  event: BusEvent,
  ruleArn: string,
) {
  const known: Readonly<Record<string, unknown>> = {
    'aws.events.rule-arn': ruleArn,
    'aws.events.event.ingestion-time': event.time,
    'aws.events.event.json': event,
    'aws.events.event': event,
    ...Object.fromEntries(Object.entries(InputPathsMap).map(([name, path]) => [name, at(event, path)])),
  };
  // Inside a quoted string a text stands as it is; elsewhere every value stands as JSON.
  return InputTemplate.replace(/"(?:[^"\\]|\\.)*"|<([\w.-]+)>/g, (whole, name?: string) => {
    if (name !== undefined) return Object.hasOwn(known, name) ? JSON.stringify(known[name] ?? '') : whole;
    return whole.replace(/<([\w.-]+)>/g, (placeholder, inner: string) => {
      if (!Object.hasOwn(known, inner)) return placeholder;
      const value = known[inner] ?? '';
      return JSON.stringify(typeof value === 'string' ? value : JSON.stringify(value)).slice(1, -1);
    });
  });
}

/** The JSONPath that rules use: `$`, `$.a.b`, `$.a[0]`. */
function at(event: unknown, path: string): unknown {
  const steps = [...path.matchAll(/\.([\w-]+)|\[(\d+)\]|\['([^']+)'\]/g)].map(
    ([, name, index, quoted]) => name ?? index ?? quoted,
  );
  return steps.reduce((value, step) => (value as Record<string, unknown> | undefined)?.[String(step)], event);
}
