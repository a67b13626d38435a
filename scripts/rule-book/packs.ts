import { spelled } from '../../functions/domain/derivation.ts';
import type { ClockRow, Pack } from '../../functions/rules/packs/pack.ts';
import { REMARKS } from '../../functions/rules/packs/remarks.ts';
import type { Sourced } from '../../functions/rules/table.ts';
import { chapter, tableOf } from './markdown.ts';

/** A number somebody read in the published text, or one from memory, which a lawyer has to look at. */
const mark = ({ verified }: Sourced): string => (verified ? 'read' : '**to be reviewed**');

const within = (row: ClockRow): string =>
  row.counting === 'promptly' ? 'promptly; the bank’s own number stands' : spelled(row.within, row.counting);

const STARTS: Readonly<Record<string, string>> = {
  received: 'it is received',
  replied: 'the reply is given',
  'verification-asked': 'verification is asked for',
};
const starts = (when: string): string => STARTS[when] ?? when.replace('passed-on-by-', 'received, passed on by ');

/** One jurisdiction’s numbers, each with where it comes from. */
export function packChapter(pack: Pack): string {
  const { id, version, effective, source, zone, calendar } = pack;
  return chapter(
    2,
    `Pack ${id}, version ${version}`,
    `${source}. In force from ${effective.from}${effective.until ? ` to ${effective.until}` : ''} (${effective.source}; ${mark(effective)}). Zone ${zone}, where the bank names no other; business days by the calendar ${calendar}. Day 0 is the day of the start; a date is due at the end of its last day.\n`,
    chapter(
      3,
      'Clocks',
      tableOf(
        ['rule', 'clock', 'starts when', 'within', 'by then', 'if not', 'source', 'mark'],
        pack.clocks.map((row) => [
          ...[row.rule, row.clock, starts(row.startsWhen), within(row), row.what],
          ...[row.lapses ? 'a way closes' : 'breach', row.source, mark(row)],
        ]),
      ),
    ),
    chapter(
      3,
      'Extensions',
      tableOf(
        [
          'rule',
          'clock',
          'step',
          'to, from the start',
          'approved by',
          'level set by',
          'customer told before',
          'source',
          'mark',
        ],
        pack.extensions.map((row) => [
          ...[row.rule, row.clock, row.step, spelled(row.to, row.counting), row.approvedBy, row.approvalSetBy],
          ...[row.customerTold ? 'yes' : 'no', row.source, mark(row)],
        ]),
      ),
    ),
    chapter(
      3,
      'Stops',
      tableOf(
        ['rule', 'clock', 'only for', 'customer told', 'source', 'mark'],
        pack.stops.map((row) => [
          row.rule,
          row.clock,
          row.reason,
          row.customerTold ? 'yes' : 'no',
          row.source,
          mark(row),
        ]),
      ),
    ),
    chapter(
      3,
      'Restarts',
      tableOf(
        ['rule', 'clock', 'because of', 'customer told', 'source', 'mark'],
        pack.restarts.map((row) => [
          row.rule,
          row.clock,
          row.because,
          row.customerTold ? 'yes' : 'no',
          row.source,
          mark(row),
        ]),
      ),
    ),
    chapter(
      3,
      'Other numbers',
      tableOf(
        ['rule', 'what', 'value', 'source', 'mark'],
        pack.numbers.map((row) => [row.rule, row.what, `${row.value} ${row.unit}`, row.source, mark(row)]),
      ),
    ),
    chapter(3, 'Left to the bank’s lawyers', (REMARKS[id] ?? []).map((remark) => `- ${remark}\n`).join('')),
    chapter(
      3,
      'Further ways a reply must name',
      tableOf(
        ['way', 'zh-Hans', 'zh-Hant', 'en', 'source', 'mark'],
        pack.furtherWays.map((row) => [
          ...[row.id, row.labels['zh-Hans'], row.labels['zh-Hant'], row.labels.en, row.source, mark(row)],
        ]),
      ),
    ),
  );
}
