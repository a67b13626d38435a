import { send as asTyped, formsOf, open } from '../../local/demo/page-form.ts';
import type { Markers } from './markers.ts';

/**
 * Fills in forms as people do, but writes a marker into every field that takes text, also where they leave it empty.
 * `seen` and `planted`: text fields of pages, by page and field.
 */
export function plantingForm({ word }: Pick<Markers, 'word'>) {
  const seen = new Set<string>();
  const filled = new Set<string>();
  /** What each kind of page showed, to whoever filled it in. */
  const pages = new Map<string, string>();

  return {
    pages,
    /** Text fields that some page showed, and nobody filled in. */
    missed: () => [...seen].filter((field) => !filled.has(field)),

    async send(link: string, fields: Readonly<Record<string, string>>): Promise<string> {
      // What is asked for with it is a code, and nothing is filed.
      if (fields.act === 'code') return asTyped(link, fields);
      const kind = new URL(link).pathname[1] ?? '';
      const page = await open(link);
      pages.set(kind, (pages.get(kind) ?? '') + page);
      for (const name of formsOf(page).flatMap(({ names }) => textsOf(page, [...names]))) seen.add(spot(kind, name));
      const form = formsOf(page).find(({ names }) =>
        Object.keys(fields).every((name) => OF_CODES.includes(name) || names.has(name)),
      );
      const texts = textsOf(page, [...(form?.names ?? Object.keys(fields))]);
      const planted = texts.flatMap((name) => {
        filled.add(spot(kind, name));
        const row = name.replace(/\.\w+$/, '.kind');
        const [choice] = form?.options(row) ?? [];
        const whole: [string, string][] = [[name, word(spot(kind, name))]];
        return choice && !fields[row] ? [[row, choice] as [string, string], ...whole] : whole;
      });
      return asTyped(link, { ...fields, ...Object.fromEntries(planted) });
    },
  };
}

/** Fields that a form has once it is sent, or once a code was asked for. */
const OF_CODES = ['act', 'for', 'code'];

/** Rows of a table, and tickets, are one field. */
const spot = (kind: string, name: string) => `/${kind} ${name.replace(/\.(\d+|[0-9A-Z]{12})(?=\.|$)/g, '')}`;

/** Of these fields those that take free text. */
const textsOf = (page: string, names: readonly string[]): string[] =>
  names.filter((name) => {
    const spelt = name.replaceAll('.', '\\.');
    const isArea = new RegExp(`<textarea[^>]*name="${spelt}"`).test(page);
    return (
      isArea || (new RegExp(`<input type="text"[^>]*name="${spelt}"`).test(page) && !/^code$|\.amount$/.test(name))
    );
  });
