import { readFileSync } from 'node:fs';
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };

/** Prints functions/rules/calendars/cn.ts from the installed chinese-days: run it when a newer one is installed. */

const DAY = 86_400_000;
const manifest = new URL('../node_modules/chinese-days/package.json', import.meta.url);
const { version } = JSON.parse(readFileSync(manifest, 'utf8'));

type Row = { name: string; from: string; until: string; worked: string[] };
const nameOf = (entry: string) => entry.split(',').slice(0, 2).join(' ').replace("'", '’');
const days = (dates: Readonly<Record<string, string>>) => Object.entries(dates).sort(([a], [b]) => (a < b ? -1 : 1));
const apart = (a: string, b: string) => Math.abs(Date.parse(a) - Date.parse(b)) / DAY;

const rows: Row[] = [];
for (const [date, entry] of days(published.holidays)) {
  const last = rows.at(-1);
  if (last && last.name === nameOf(entry) && apart(last.until, date) === 1) last.until = date;
  else rows.push({ name: nameOf(entry), from: date, until: date, worked: [] });
}
for (const [date, entry] of days(published.workdays)) nearest(nameOf(entry), date).worked.push(date);

/** The notice that gives a long holiday names the weekend days worked for it, some weeks before or after. */
function nearest(name: string, date: string): Row {
  const [row] = rows.filter((one) => one.name === name).sort((a, b) => apart(a.from, date) - apart(b.from, date));
  if (!row) throw new Error(`${date} is worked for ${name}, which is no holiday`);
  return row;
}

const years = Object.keys(published.holidays).map((date) => Number(date.slice(0, 4)));
const quoted = (dates: readonly string[]) => `[${dates.map((date) => `'${date}'`).join(', ')}]`;
/** A name stands once: `Spring Festival 春节` is SPRING_FESTIVAL in the rows. */
const constant = (name: string) =>
  name
    .replaceAll(/[^A-Za-z ]/g, '')
    .trim()
    .replaceAll(/[ ]+/g, '_')
    .toUpperCase();
const names = [...new Set(rows.map(({ name }) => name))].map((name) => `const ${constant(name)} = '${name}';`);
const line = ({ name, from, until, worked }: Row) =>
  `    [${`${constant(name)},`.padEnd(22)}'${from}', '${until}', ${quoted(worked)}],`;

console.log(`import type { Calendar } from './calendar.ts';

// Printed by scripts/cn-calendar.ts: do not edit.
${names.join('\n')}

// biome-ignore format: a decision table is read in columns
export const CN_DAYS: Calendar = {
  id: 'cn', version: '${version}', published: { from: ${Math.min(...years)}, until: ${Math.max(...years)} },
  source: 'the State Council’s yearly notices of holidays, as the npm package chinese-days ${version} (MIT) carries them', verified: true,
  rows: [
${rows.map(line).join('\n')}
  ],
};`);
