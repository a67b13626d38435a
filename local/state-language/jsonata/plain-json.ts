/** A result that JSON cannot hold: a function, or something with a function in it. */
export class NotJson extends Error {
  override readonly name = 'NotJson';
}

const known = new WeakSet<object>();

/** A JSONata result as plain JSON, without the marks that JSONata leaves on its sequences. Numbers JSON has no word for become their names, as on AWS. */
export function plainJson(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'function') throw new NotJson();
  if (value === null || typeof value !== 'object' || known.has(value)) return value;
  const copy = Array.isArray(value) ? Array.from(value, (item) => plainJson(item) ?? null) : plainObject(value);
  known.add(copy);
  return copy;
}

function plainObject(value: object): Record<string, unknown> {
  if ('_jsonata_lambda' in value || '_jsonata_function' in value) throw new NotJson();
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(entries.map(([key, field]) => [key, plainJson(field)]));
}
