import { expect, test } from 'vitest';
import { CN } from '../../functions/rules/packs/cn.ts';
import { packFaults } from '../../functions/rules/packs/faults.ts';
import type { Pack } from '../../functions/rules/packs/pack.ts';
import { PACKS } from '../../functions/rules/packs/packs.ts';

const calendars = ['cn', 'eu', 'uk'];
const [stop] = CN.stops;
const [restart] = CN.restarts;

test('the packs hold', () => {
  expect(packFaults(PACKS, calendars)).toEqual([]);
});

test.for<readonly [string, Partial<Pack>, string]>([
  ['a calendar that does not exist', { calendar: 'mars' }, 'cn: no calendar is called mars'],
  [
    'a step no longer than the one before',
    { extensions: CN.extensions.map((row) => (row.step === 2 ? { ...row, to: 30 } : row)) },
    'cn-decide-60: is no longer',
  ],
  [
    'a second step without a first',
    { extensions: CN.extensions.filter(({ rule }) => rule !== 'cn-decide-30') },
    'cn-decide-60: nothing comes before it',
  ],
  ['a stop of a clock that never starts', { stops: stop ? [{ ...stop, clock: 'summary' }] : [] }, 'never starts'],
  [
    'a restart of a clock that never starts',
    { restarts: restart ? [{ ...restart, clock: 'summary' }] : [] },
    'restarts a clock that never starts',
  ],
])('%s is a fault', ([, change, fault]) => {
  expect(packFaults([{ ...CN, ...change }], calendars).join('\n')).toContain(fault);
});

test('two packs of one name, or from one day, leave open which', () => {
  expect(packFaults([CN, { ...CN, version: '2' }], calendars)).toEqual(['packs: cn from 2020-11-01 stands twice']);
  expect(packFaults([CN, { ...CN, effective: { ...CN.effective, from: '2027-01-01' } }], calendars)).toEqual([
    'packs: cn-1 stands twice',
  ]);
});

test('every number says where it comes from, and those from memory that they are', () => {
  for (const { clocks, extensions, stops, restarts, numbers, furtherWays } of PACKS) {
    for (const row of [...clocks, ...extensions, ...stops, ...restarts, ...numbers, ...furtherWays]) {
      expect(row.source).not.toBe('');
      expect(row.verified).toBe(!row.source.includes('from memory'));
    }
  }
});
