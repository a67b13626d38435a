import { expect, test } from 'vitest';
import { dueIndexLoad, readLoad, writeLoad } from '../../bench/throughput/key-load.ts';
import type { MeterRecord } from '../../local/meter.ts';

const request = (key: string, at: number, units: Partial<MeterRecord>): MeterRecord => ({
  ...{ service: 'dynamodb', what: 'PutItem', resource: 'Tickets', key, at },
  ...units,
});

test('a key’s load is what it took in its busiest second, and the hottest kind comes first', () => {
  const load = writeLoad([
    request('TICKET#A', 1_000, { writeUnits: 3 }),
    request('TICKET#A', 1_999, { writeUnits: 4 }),
    request('TICKET#A', 2_000, { writeUnits: 6 }),
    request('TICKET#B', 1_500, { writeUnits: 5 }),
    request('QUEUE#accounting#0', 1_500, { writeUnits: 8 }),
    request('QUEUE#accounting#1', 1_500, { readUnits: 90 }),
  ]);
  expect(load).toEqual([
    { kind: 'QUEUE#accounting', keys: 1, total: 8, hottest: { key: 'QUEUE#accounting#0', units: 8 } },
    { kind: 'TICKET', keys: 2, total: 12, hottest: { key: 'TICKET#A', units: 7 } },
  ]);
});

test('reads are counted apart from writes', () => {
  const load = readLoad([
    request('ROSTER#accounting', 0, { readUnits: 0.5 }),
    request('ROSTER#accounting', 0, { readUnits: 0.5 }),
    request('TICKET#A', 0, { writeUnits: 9 }),
  ]);
  expect(load).toEqual([{ kind: 'ROSTER', keys: 1, total: 1, hottest: { key: 'ROSTER#accounting', units: 1 } }]);
});

test('a ticket enters the due index once, and each update may move it', () => {
  const first = request('TICKET#A', 0, { writeUnits: 2 });
  const second = request('TICKET#A', 0, { writeUnits: 1 });
  const move = request('TICKET#A', 0, { what: 'UpdateItem', writeUnits: 3 });
  expect(dueIndexLoad([first, second, move])?.hottest.units).toBe(3);
  expect(dueIndexLoad([request('CASE#A', 0, { writeUnits: 2 })])).toBeUndefined();
});
