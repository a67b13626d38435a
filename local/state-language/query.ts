import { contextOf } from './context-object.ts';
import { StateFailure } from './failure.ts';
import { record } from './history.ts';
import { evaluateExpression, expressionIn } from './jsonata/expression.ts';
import { NotJson, plainJson } from './jsonata/plain-json.ts';
import { textOf } from './payload.ts';
import type { Step } from './step.ts';
import { StrandOver } from './strand.ts';

/** What `$states` holds beside input and context. */
export type Seen = Readonly<{ result?: unknown; errorOutput?: unknown }>;

const constant = new WeakMap<object, boolean>();

/** The value of a field: every expression in it evaluated, however deep; `location` is how errors name the field. */
export async function evaluate(step: Step, location: string, template: unknown, seen: Seen = {}): Promise<unknown> {
  if (typeof template === 'string') {
    const expression = expressionIn(template);
    return expression === undefined ? template : expressionValue(step, location, expression, seen);
  }
  if (template === null || typeof template !== 'object' || isConstant(template)) return template;
  if (Array.isArray(template)) {
    const items: unknown[] = [];
    for (const [i, item] of template.entries()) items.push(await evaluate(step, `${location}[${i}]`, item, seen));
    return items;
  }
  const fields: [string, unknown][] = [];
  for (const [key, field] of Object.entries(template)) {
    fields.push([key, await evaluate(step, `${location}/${key}`, field, seen)]);
  }
  return Object.fromEntries(fields);
}

function isConstant(template: unknown): boolean {
  if (typeof template === 'string') return expressionIn(template) === undefined;
  if (template === null || typeof template !== 'object') return true;
  const cached = constant.get(template);
  if (cached !== undefined) return cached;
  const answer = Object.values(template).every(isConstant);
  constant.set(template, answer);
  return answer;
}

async function expressionValue(step: Step, location: string, expression: string, { result, errorOutput }: Seen) {
  const { strand, input } = step;
  const states = { input, context: contextOf(step), result, errorOutput };
  const host = { now: strand.run.clock.now(), random: strand.run.random };
  const subject = `The JSONata expression '${expression}' specified for the field '${location}'`;
  try {
    const raw = await evaluateExpression(expression, { ...strand.variables, states }, host);
    if (strand.over) throw new StrandOver();
    if (raw === undefined) throw evaluationFailed(step, location, `${subject} returned nothing (undefined).`);
    return plainJson(raw);
  } catch (thrown) {
    if (strand.over) throw new StrandOver();
    if (thrown instanceof StateFailure) throw thrown;
    if (thrown instanceof NotJson) {
      throw evaluationFailed(step, location, `${subject} returned an unsupported result type.`);
    }
    const { code, message } = thrown as { code?: string; message: string };
    const complaint = code === undefined ? `: ${message}` : `. ${code}: ${message}`;
    throw evaluationFailed(step, location, `${subject} threw an error during evaluation${complaint}`);
  }
}

type JsonType = 'array' | 'boolean' | 'null' | 'number' | 'object' | 'string';
type Typed = { array: unknown[]; boolean: boolean; number: number; string: string };

/** The value of a field that must be of one type. */
export async function evaluateAs<T extends keyof Typed>(
  step: Step,
  location: string,
  template: unknown,
  expected: T,
): Promise<Typed[T]> {
  const value = await evaluate(step, location, template);
  if (typeOf(value) === expected) return value as Typed[T];
  const but = `Expected '${expected}', but was '${typeOf(value)}' for value: ${textOf(value)}`;
  throw evaluationFailed(step, location, `${subjectOf(template, location)} returned an unexpected result type. ${but}`);
}

/** A field that counts something: seconds, items or percents; undefined when it is not there. */
export async function evaluateCount(step: Step, location: string, template: unknown): Promise<number | undefined> {
  if (template === undefined) return undefined;
  const value = await evaluateAs(step, location, template, 'number');
  if (value >= 0 && (Number.isInteger(value) || location === 'ToleratedFailurePercentage')) return value;
  const but = `Expected an integer not below 0, but was: ${textOf(value)}`;
  throw evaluationFailed(step, location, `${subjectOf(template, location)} returned a value out of range. ${but}`);
}

const subjectOf = (template: unknown, location: string) =>
  `The JSONata expression '${expressionIn(String(template)) ?? textOf(template)}' specified for the field '${location}'`;

function typeOf(value: unknown): JsonType {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : (typeof value as JsonType);
}

/** The failure of a state whose query cannot be answered, after telling the history of it. */
export function evaluationFailed(step: Step, location: string | undefined, complaint: string): StateFailure {
  const cause = `${whileExecuting(step)} ${complaint}`;
  const error = 'States.QueryEvaluationError';
  const where = location === undefined ? {} : { location };
  record(step.strand, 'EvaluationFailed', { error, cause, ...where, state: step.name });
  return new StateFailure(error, cause);
}

export const whileExecuting = (step: Step): string =>
  `An error occurred while executing the state '${step.name}' (entered at the event id #${step.enteredId}).`;
