import * as z from 'zod/mini';
import type { Markers } from './markers.ts';

type Schema = z.core.$ZodType;
/** As the library keeps it: what a schema of ours is made of is known by `type`. */
type Definition = Readonly<{
  type: string;
  shape?: Readonly<Record<string, Schema>>;
  innerType?: Schema;
  element?: Schema;
  options?: readonly Schema[];
  values?: readonly unknown[];
  entries?: Readonly<Record<string, unknown>>;
}>;

/**
 * What a schema admits, with a marker of its own in every field that takes text: a field that is added is planted too.
 * `fixed`: what stands in a field that takes no free text, by its path; one that has neither fails, so that nobody
 * forgets it.
 */
export function planted(schema: Schema, { word }: Pick<Markers, 'word'>, fixed: Readonly<Record<string, unknown>>) {
  const made = (one: Schema, path: string): unknown => {
    if (Object.hasOwn(fixed, path)) return fixed[path];
    const { type, shape = {}, innerType, element, options, values, entries = {} } = definition(one);
    const inside = (name: string) => (path ? `${path}.${name}` : name);
    switch (type) {
      case 'object':
        return Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, made(field, inside(name))]));
      case 'optional':
      case 'default':
        return made(innerType as Schema, path);
      case 'array':
        return ['0', '1'].map((index) => made(element as Schema, inside(index)));
      case 'union':
        return made(options?.[0] as Schema, path);
      case 'literal':
        return values?.[0];
      case 'enum':
        return Object.values(entries)[0];
      case 'boolean':
        return true;
      default:
        return marked(one, path);
    }
  };

  function marked(one: Schema, path: string): string {
    const marker = word(path);
    if (!z.safeParse(one, marker).success)
      throw new Error(`${path} takes no marker: say in the test what stands there`);
    return marker;
  }

  return made(schema, '');
}

const definition = ({ _zod: { def } }: Schema) => def as unknown as Definition;
