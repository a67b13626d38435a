import * as z from 'zod/mini';

/** A posted form: one text for each name. */
export type Typed = Readonly<Record<string, string>>;
/** What is wrong with a field. */
export type Fault = 'required' | 'tooLong' | 'choose' | 'amount' | 'wrong';
/** Faults by the name of their field, in the order of the page. */
export type Faults = Readonly<Record<string, Fault>>;

/** The body as a browser posts it: a name given twice keeps its texts, line ends are one character, and no other control is kept. */
export function typed(body: unknown): Typed {
  if (typeof body !== 'object' || body === null) return {};
  const texts = Object.entries(body).map(([name, value]) => [name, lines([value].flat().join(','))]);
  return Object.fromEntries(texts);
}

const lines = (text: string) =>
  text.replace(/\r\n?/g, '\n').replace(/\p{Cc}/gu, (control) => ('\n\t'.includes(control) ? control : ''));

/** The indices of a table of fields `name.0.key`, `name.1.key`… in which somebody filled in that key. */
export function filledRows(form: Typed, name: string, key: string, atMost = 20): number[] {
  return Array.from({ length: atMost }, (_, row) => row).filter((row) => form[`${name}.${row}.${key}`]?.trim());
}

/** A form as its schema reads it, or what is wrong with it. */
export function parsed<S extends z.core.$ZodType>(schema: S, form: Typed) {
  const { success, data, error } = z.safeParse(schema, form);
  return success ? { data, faults: undefined } : { data: undefined, faults: faultsOf(error, (path) => path.join('.')) };
}

/** A text that must be given. */
export const written = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
/** A text that may be left out: an empty field is no text. */
export const perhapsWritten = (max: number) => z.optional(z.string().check(z.trim(), z.maxLength(max)));

/** The faults of a form by field, from what its schema says; `rename` maps the path of an issue to its field. */
export function faultsOf(error: z.core.$ZodError, rename: (path: readonly PropertyKey[]) => string): Faults {
  const faults: Record<string, Fault> = {};
  for (const issue of error.issues) faults[rename(issue.path)] ??= faultOf(issue);
  return faults;
}

function faultOf({ code }: z.core.$ZodIssue): Fault {
  if (code === 'too_small' || code === 'invalid_type') return 'required';
  if (code === 'too_big') return 'tooLong';
  return code === 'invalid_value' ? 'choose' : 'wrong';
}
