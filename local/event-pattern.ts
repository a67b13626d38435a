export type Pattern = Readonly<Record<string, unknown>>;

export class UnsupportedPattern extends Error {
  override readonly name = 'UnsupportedPattern';
}

export const anyMatches = (patterns: readonly Pattern[], event: unknown) =>
  patterns.some((pattern) => matches(pattern, event));

/** Whether an event fits an EventBridge pattern: every field named must have one of its values. */
export function matches(pattern: Pattern, event: unknown): boolean {
  return Object.entries(pattern).every(([name, expected]) => {
    if (name === '$or') return anyMatches(expected as readonly Pattern[], event);
    const value = isObject(event) ? event[name] : undefined;
    if (Array.isArray(expected)) return leafMatches(expected, value);
    if (!isObject(expected)) throw new UnsupportedPattern(`${name}: a pattern's values stand in a list`);
    return asList(value).some((item) => matches(expected, item));
  });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** A field of the event may hold several values; one of them must be one of those expected. */
function leafMatches(expected: readonly unknown[], value: unknown): boolean {
  const values = asList(value);
  return expected.some((one) => {
    if (isObject(one) && 'exists' in one)
      return one.exists === values.some((item) => item !== undefined && !isObject(item));
    return values.some((item) => item !== undefined && valueMatches(one, item));
  });
}

function valueMatches(expected: unknown, value: unknown): boolean {
  if (!isObject(expected)) return expected === value;
  const entries = Object.entries(expected);
  const [entry] = entries;
  if (!entry || entries.length > 1) throw new UnsupportedPattern(`one operator at a time: ${JSON.stringify(expected)}`);
  const [operator, argument] = entry;
  const test = OPERATORS[operator];
  if (!test) throw new UnsupportedPattern(`the operator ${operator}`);
  return test(argument, value);
}

type Test = (argument: unknown, value: unknown) => boolean;

const onText =
  (test: (argument: string, text: string) => boolean): Test =>
  (argument, value) => {
    if (typeof value !== 'string') return false;
    if (!isObject(argument)) return test(String(argument), value);
    if (!('equals-ignore-case' in argument)) throw new UnsupportedPattern(JSON.stringify(argument));
    return test(String(argument['equals-ignore-case']).toLowerCase(), value.toLowerCase());
  };

const OPERATORS: Readonly<Record<string, Test>> = {
  prefix: onText((prefix, text) => text.startsWith(prefix)),
  suffix: onText((suffix, text) => text.endsWith(suffix)),
  'equals-ignore-case': onText((other, text) => other.toLowerCase() === text.toLowerCase()),
  wildcard: onText((pattern, text) => {
    const source = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${source.join('.*')}$`, 's').test(text);
  }),
  'anything-but': (argument, value) => {
    if (!isObject(argument)) return !asList(argument).includes(value);
    const [[operator, excluded] = ['', undefined]] = Object.entries(argument);
    return asList(excluded).every((one) => !valueMatches({ [operator]: one }, value));
  },
  numeric: (argument, value) => {
    const parts = argument as readonly unknown[];
    for (let place = 0; place < parts.length; place += 2) {
      if (typeof value !== 'number' || !compares(String(parts[place]), value, Number(parts[place + 1]))) return false;
    }
    return true;
  },
};

function compares(operator: string, value: number, limit: number): boolean {
  switch (operator) {
    case '=':
      return value === limit;
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
    default:
      throw new UnsupportedPattern(`the comparison ${operator}`);
  }
}
