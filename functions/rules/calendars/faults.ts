import type { Calendar } from './calendar.ts';

/** What does not hold in a calendar, each with its date. */
export function calendarFaults(id: string, { published, rows }: Calendar): string[] {
  const backwards = rows
    .filter(([, from, until]) => from > until)
    .map(([name, from]) => `${from} ${name} ends before it begins`);
  const worked = rows.flatMap((row) => row[3]);
  const isWeekend = (date: string) => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
  const ordinary = worked.filter((date) => !isWeekend(date)).map((date) => `${date} is worked, and is no weekend`);
  const both = worked
    .filter((date) => rows.some(([, from, until]) => from <= date && date <= until))
    .map((date) => `${date} is worked, and off`);
  const overlapping = rows
    .filter(([, from], index) => rows.some((other, at) => at !== index && other[1] <= from && from <= other[2]))
    .map(([name, from]) => `${from} ${name} stands twice`);
  const years = new Set(rows.map(([, from]) => Number(from.slice(0, 4))));
  const empty = Array.from({ length: published.until - published.from + 1 }, (_, index) => published.from + index)
    .filter((year) => !years.has(year))
    .map((year) => `${year} is said to be published, and has no day`);
  return [...backwards, ...ordinary, ...both, ...overlapping, ...empty].map((fault) => `calendar ${id}: ${fault}`);
}
