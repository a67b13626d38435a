/** Strings a recording puts in the place of what differs from run to run. */
const STAND_INS = ['date', 'timestamp', 'time', 'snf_role_arn', 'task_token'];

/** Where an actual value first differs from a recorded one, in words; undefined if it does not. */
export function difference(
  expected: unknown,
  actual: unknown,
  standIns: ReadonlySet<string>,
  path = '',
): string | undefined {
  const differs = () => `${path || 'value'}: expected ${brief(expected)}, got ${brief(actual)}`;
  if (typeof expected === 'string') return stringMatches(expected, actual, standIns) ? undefined : differs();
  // The recordings decode every string that starts with a brace.
  const value = decoded(actual);
  if (expected === null || typeof expected !== 'object') return expected === value ? undefined : differs();
  if (value === null || typeof value !== 'object' || Array.isArray(expected) !== Array.isArray(value)) return differs();
  const keys = new Set([...Object.keys(expected), ...Object.keys(value)]);
  for (const key of keys) {
    const [left, right] = [expected, value].map((side) => (side as Record<string, unknown>)[key]);
    // Recordings older than redriving do not have its count in the context object.
    if (key === 'RedriveCount' && left === undefined) continue;
    const found = difference(left, right, standIns, path ? `${path}.${key}` : key);
    if (found) return found;
  }
  return undefined;
}

function stringMatches(expected: string, actual: unknown, standIns: ReadonlySet<string>): boolean {
  if (expected === actual || STAND_INS.includes(expected) || standIns.has(expected)) return true;
  if (typeof actual !== 'string') return expected.startsWith('<') && expected.endsWith('>');
  // JSON inside a string may be written with other spaces.
  const [left, right] = [decoded(expected), decoded(actual)];
  if (left !== expected && right !== actual) return difference(left, right, standIns) === undefined;
  const parts = expected.split(/<[^<>]*>/);
  if (parts.length === 1) return false;
  return new RegExp(`^${parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('[\\s\\S]*')}$`).test(
    actual,
  );
}

function decoded(value: unknown): unknown {
  if (typeof value !== 'string' || !value.startsWith('{')) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** The strings that stand in a recorded value for the ones this case was given instead. */
export function standInsOf(given: unknown, recorded: unknown, found = new Set<string>()): Set<string> {
  if (typeof given === 'string' && typeof recorded === 'string' && given !== recorded) found.add(recorded);
  if (given === null || recorded === null || typeof given !== 'object' || typeof recorded !== 'object') return found;
  for (const [key, value] of Object.entries(given))
    standInsOf(value, (recorded as Record<string, unknown>)[key], found);
  return found;
}

const brief = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
};
