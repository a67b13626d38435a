import { Findings } from '../domain/case-file.ts';
import { maskPost } from '../domain/mask-post.ts';
import { majorText, minorOf } from '../messages/money-text.ts';
import { type Faults, faultsOf, filledRows, type Typed } from './form.ts';

/** Rows that the form offers; one more than somebody filled in before, so that there is always a free one. */
export const ROWS = { evidence: 4, basis: 3, remedies: 3 } as const;

/** Remedies that move money: without an amount they say nothing. */
const WITH_AMOUNT = ['account-adjustment', 'fee-waiver'];

type Read = Readonly<{ findings: Findings; faults?: undefined } | { findings?: undefined; faults: Faults }>;

/** The findings that a form holds, card numbers masked; or what is wrong with it, by field. One answer for each demand. */
export function findingsOf(form: Typed, demands: number, currency: string): Read {
  const rows = {
    evidence: filledRows(form, 'evidence', 'reference'),
    basis: filledRows(form, 'basis', 'citation'),
    remedies: filledRows(form, 'remedies', 'kind'),
  };
  const amounts = amountsOf(form, rows.remedies, currency);
  const parsed = Findings.safeParse(
    maskPost({
      facts: form.facts ?? '',
      evidence: rows.evidence.map((row) => columns(form, `evidence.${row}`, 'kind', 'reference')),
      liability: form.liability,
      basis: rows.basis.map((row) => columns(form, `basis.${row}`, 'kind', 'citation')),
      answers: Array.from({ length: demands }, (_, row) => columns(form, `answers.${row}`, 'verdict', 'reason')),
      remedies: rows.remedies.map((row, i) => ({ kind: form[`remedies.${row}.kind`], amountMinor: amounts.minor[i] })),
      rootCause: form.rootCause,
    }),
  );
  const faults = { ...(parsed.success ? {} : faultsOf(parsed.error, fieldOf(rows))), ...amounts.faults };
  return parsed.success && Object.keys(faults).length === 0 ? { findings: parsed.data } : { faults };
}

/** The form that shows findings again: those filed before a return are where the handler goes on. */
export function formOf({ evidence, basis, answers, remedies, ...found }: Findings, currency: string): Typed {
  const table = (name: string, rows: readonly Readonly<Record<string, string>>[]) =>
    rows.flatMap((row, i) => Object.entries(row).map(([key, value]) => [`${name}.${i}.${key}`, value] as const));
  const amounts = remedies.map(({ kind, amountMinor }) => ({
    kind,
    amount: amountMinor === 0 ? '' : majorText(amountMinor, currency),
  }));
  return {
    ...found,
    ...Object.fromEntries([
      ...table('evidence', evidence),
      ...table('basis', basis),
      ...table('answers', answers),
      ...table('remedies', amounts),
    ]),
  };
}

const columns = (form: Typed, row: string, ...keys: string[]) =>
  Object.fromEntries(keys.map((key) => [key, form[`${row}.${key}`] ?? '']));

function amountsOf(form: Typed, rows: readonly number[], currency: string) {
  const faults: Record<string, 'amount' | 'required'> = {};
  const minor = rows.map((row) => {
    const name = `remedies.${row}.amount`;
    const text = form[name]?.trim() ?? '';
    const amount = text === '' ? 0 : minorOf(text, currency);
    if (amount === undefined) faults[name] = 'amount';
    if (amount === 0 && WITH_AMOUNT.includes(form[`remedies.${row}.kind`] ?? '')) faults[name] = 'required';
    return amount ?? 0;
  });
  return { minor, faults };
}

/** The field of an issue's path: rows left empty are skipped in the findings, so the third may be the first there. */
const fieldOf = (rows: Readonly<Record<string, readonly number[]>>) => (path: readonly PropertyKey[]) => {
  const [table, index, column] = path.map(String);
  const kept = rows[table ?? ''];
  if (index === undefined) return kept ? `${table}.0.${table === 'evidence' ? 'reference' : 'citation'}` : `${table}`;
  const row = kept ? kept[Number(index)] : index;
  return `${table}.${row}.${column === 'amountMinor' ? 'amount' : column}`;
};
