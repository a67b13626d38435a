import { createRequire } from 'node:module';

type Values = Readonly<Record<string, object>>;
type Unused = Record<string, true>;
type Context = Readonly<{
  attrNames?: Readonly<Record<string, string>>;
  attrVals?: Values;
  unusedAttrNames: Unused;
  unusedAttrVals: Unused;
}>;
type Parser = { parse(expression: string, options: Readonly<{ context: Context }>): unknown };
/** What parsing gave, with the names that it used and the values that stand in it. */
type Known = Readonly<{ parsed: unknown; names: readonly string[]; values: readonly string[]; given: Values }>;

/** The checks in which it matters what a value is, and not only of which type. */
const LOOKS_AT_VALUES = /between|attribute_type/i;

/**
 * dynalite parses each expression anew with each call, which was an eighth of what a call cost; a program has a few
 * dozen of them. What was parsed without fault is kept by the expression, its names and the types of its values, and
 * given again with the values of the present call in it.
 */
export function keepParsedExpressions(): void {
  const require = createRequire(import.meta.url);
  for (const name of ['condition', 'update', 'projection']) keepParsed(require(`dynalite/db/${name}Parser`));
}

function keepParsed(parser: Parser) {
  const parse = parser.parse;
  const known = new Map<string, Known>();
  parser.parse = (expression, options) => {
    const { attrNames = {}, attrVals = {}, unusedAttrNames, unusedAttrVals } = options.context;
    if (LOOKS_AT_VALUES.test(expression)) return parse(expression, options);
    const types = Object.entries(attrVals).map(([name, value]) => [name, Object.keys(value)[0]]);
    const key = JSON.stringify([expression, attrNames, types]);
    const kept = known.get(key) ?? parseOnce(parse, expression, options.context, attrVals);
    known.set(key, kept);
    for (const name of kept.names) delete unusedAttrNames[name];
    for (const name of kept.values) delete unusedAttrVals[name];
    const present = new Map(kept.values.map((name) => [kept.given[name] as object, attrVals[name]]));
    return filledIn(kept.parsed, present);
  };
}

function parseOnce(parse: Parser['parse'], expression: string, context: Context, given: Values): Known {
  const [unusedAttrNames, unusedAttrVals]: Unused[] = [allOf(context.attrNames), allOf(given)];
  const parsed = parse(expression, { context: { ...context, unusedAttrNames, unusedAttrVals } as Context });
  const used = (all: object, unused: Unused = {}) => Object.keys(all).filter((name) => !(name in unused));
  const values = used(given, unusedAttrVals);
  return { parsed, names: used(context.attrNames ?? {}, unusedAttrNames), values, given };
}

const allOf = (names: object = {}): Unused => Object.fromEntries(Object.keys(names).map((name) => [name, true]));

/** A copy, since dynalite works on what it gets, with each value in the place of that of its name. */
function filledIn(part: unknown, present: ReadonlyMap<object, unknown>): unknown {
  if (typeof part !== 'object' || part === null) return part;
  if (present.has(part)) return present.get(part);
  if (Array.isArray(part)) return part.map((one) => filledIn(one, present));
  const copy = Object.create(Object.getPrototypeOf(part));
  for (const [name, one] of Object.entries(part)) copy[name] = filledIn(one, present);
  return copy;
}
