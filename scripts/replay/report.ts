import { cell } from '../plain-output.ts';
import { type Change, counted, countsOf } from './changes.ts';

/** `tickets`: how many were asked about. `changes`: by ticket, in the order of the input; only those that differ. */
export type Replay = Readonly<{
  input: string;
  rules: string;
  against: string;
  posts: number;
  tickets: number;
  changes: readonly (readonly Change[])[];
}>;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MOST_FREQUENT = 10;
const WIDEST_REFERENCE = 40;

export function asJson({ input, rules, against, tickets, changes }: Replay): string {
  const all = changes.flat();
  return JSON.stringify({
    input,
    rules,
    against,
    tickets,
    changed: changes.length,
    fields: countsOf(all),
    changes: all,
  });
}

/** A line for each ticket that differs, and what they come to. */
export function asText({ input, rules, against, posts, tickets, changes }: Replay): string {
  const width = Math.min(WIDEST_REFERENCE, Math.max(0, ...changes.map(([first]) => first?.reference.length ?? 0)));
  const lines = changes.map((of) => `${cell(of[0]?.reference ?? '').padEnd(width)}  ${of.map(spelled).join('; ')}`);
  const all = changes.flat();
  const frequent = counted(all.map(briefly));
  const summary = [
    `${rules} -> ${against}, on ${input}`,
    `${posts} posts, ${tickets} tickets, ${changes.length} changed`,
    ...table('By field', Object.entries(countsOf(all))),
    ...table('Most frequent', frequent.slice(0, MOST_FREQUENT)),
  ];
  return [...lines, ...(lines.length > 0 ? [''] : []), ...summary].join('\n');
}

function table(heading: string, rows: readonly (readonly [what: string, times: number])[]): string[] {
  return rows.length === 0 ? [] : [heading, ...rows.map(([what, times]) => `  ${String(times).padStart(7)}  ${what}`)];
}

function spelled({ field, was, is, because }: Change): string {
  return `${field} ${worded(was)} -> ${worded(is)} (${because.was ?? '-'} -> ${because.is ?? '-'})`;
}

/** Dates by how far they move: each alone would hardly be the same twice. */
function briefly({ field, was, is }: Change): string {
  const apart = Date.parse(String(is)) - Date.parse(String(was));
  if (!field.startsWith('due.') || Number.isNaN(apart)) return `${field} ${worded(was)} -> ${worded(is)}`;
  return `${field} ${spelledSpan(Math.abs(apart))} ${apart < 0 ? 'earlier' : 'later'}`;
}

function spelledSpan(ms: number): string {
  const [days, hours, minutes] = [Math.floor(ms / DAY), Math.floor((ms % DAY) / HOUR), (ms % HOUR) / 60_000];
  const parts = [days && `${days} d`, hours && `${hours} h`, minutes && `${Math.round(minutes)} min`];
  return parts.filter((part) => part !== 0).join(' ');
}

function worded(value: unknown): string {
  if (value === null) return '-';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join('+');
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}
