import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { triage } from '../functions/domain/triage.ts';
import { COMPLAINT_DESK } from '../functions/rules/departments.ts';
import { TRIAGE_TABLES } from '../functions/rules/triage-tables.ts';

const usage = `npm run bench -- routing --input FILE.jsonl [--misses N]

How often triage sends a complaint to the department that its label names.
Rows: {"text" or "Consumer complaint narrative", "department", "department_quality"?}; of rows with a quality only gold ones count.
--misses N prints N of those sent elsewhere, with the rule.
`;

type Row = Readonly<{ text: string; department: string }>;
type Sent = Readonly<{ row: Row; to: string; category: string; rule: string }>;

export function run(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: { input: { type: 'string' }, misses: { type: 'string', default: '0' }, help: { type: 'boolean' } },
  });
  if (values.help || values.input === undefined) {
    process.stdout.write(usage);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const rows = read(values.input);
  const from = performance.now();
  const sent = rows.map(route);
  const perRow = (performance.now() - from) / rows.length;
  report(sent);
  process.stdout.write(`${perRow.toFixed(2)} ms a row\n`);
  const missed = sent.filter(({ row, to }) => to !== row.department).slice(0, Number(values.misses));
  for (const { row, to, category, rule } of missed) {
    process.stdout.write(`\n${row.department} → ${to} (${category}, ${rule}): ${row.text.slice(0, 500)}\n`);
  }
}

function read(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .filter((row) => (row.department_quality ?? 'gold') === 'gold')
    .map((row) => ({ text: row.text ?? row['Consumer complaint narrative'], department: row.department }));
}

/** From the words alone: no channel category, no amount, no merchant. */
function route(row: Row): Sent {
  const { lead, lane, category, because } = triage(TRIAGE_TABLES, {
    kind: 'complaint',
    narrative: row.text,
    demands: [],
    tier: 'standard',
    channel: 'web',
    publicPost: false,
    standing: 'self',
    identity: 'basic',
  });
  return {
    row,
    to: lane === 'desk' || lead === COMPLAINT_DESK ? 'desk' : lead,
    category,
    rule: because[0]?.rule ?? '',
  };
}

function report(sent: readonly Sent[]): void {
  const routed = sent.filter(({ to }) => to !== 'desk');
  const right = routed.filter(({ row, to }) => row.department === to);
  const share = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
  process.stdout.write(`rows ${sent.length}, routed ${routed.length}, right ${right.length}\n`);
  process.stdout.write(`right of the routed  ${share(right.length, routed.length)}\n`);
  process.stdout.write(`right of all         ${share(right.length, sent.length)}\n`);
  process.stdout.write(`sent to the desk     ${share(sent.length - routed.length, sent.length)}\n\n`);

  const departments = [...new Set(sent.map(({ row }) => row.department))].sort();
  const seen = [...new Set(sent.map(({ to }) => to))].sort();
  process.stdout.write(`${'department'.padEnd(30)}rows  precision  recall   sent to: ${seen.join(' | ')}\n`);
  for (const department of departments) {
    const labelled = sent.filter(({ row }) => row.department === department);
    const given = routed.filter(({ to }) => to === department).length;
    const found = labelled.filter(({ to }) => to === department).length;
    const spread = seen.map((to) => labelled.filter((one) => one.to === to).length).join(' | ');
    const cells = [String(labelled.length).padEnd(6), share(found, given).padEnd(11), share(found, labelled.length)];
    process.stdout.write(`${department.padEnd(30)}${cells.join('')}   ${spread}\n`);
  }
}
