import { expect, test } from 'vitest';
import type { Person } from '../../functions/domain/roster.ts';
import { rosterDiff, rosterFaults } from '../../functions/domain/roster-file.ts';

const person = (id: string, over: Partial<Person> = {}): Person => ({
  id,
  name: `Sample ${id}`,
  phone: '+8613100000001',
  department: 'complaint-desk',
  roles: ['triage', 'duty', 'head-office', 'head-of-complaint-work', 'supervisor', 'incident-officer'],
  locale: 'en',
  ...over,
});
const away = (deputy?: string) => [{ from: '2026-03-02', to: '2026-03-06', deputy }];

test('a roster that fits has no faults', () => {
  expect(rosterFaults([person('a', { absences: away('b') }), person('b')])).toEqual([]);
});

test.for<[string, Person[], string]>([
  ['a person twice', [person('a'), person('a')], 'a: is in the file twice'],
  ['a deputy who is not there', [person('a', { absences: away('z') })], 'a: the deputy z is not in the file'],
  ['their own deputy', [person('a', { absences: away('a') })], 'a: is named as their own deputy'],
  [
    'an absence that ends before it begins',
    [person('a', { absences: [{ from: '2026-03-06', to: '2026-03-02' }] })],
    'a: an absence ends on 2026-03-02, before it begins on 2026-03-06',
  ],
  [
    'a role nobody holds',
    [person('a', { roles: ['triage', 'duty'] })],
    'nobody has the role head-office: name at least one person',
  ],
])('%s is named', ([, people, fault]) => expect(rosterFaults(people)).toContain(fault));

test('the difference names who is new, who changed, who leaves; and nobody when nothing changed', () => {
  const before = [person('a'), person('b'), person('c')];
  const next = [person('a'), person('b', { department: 'accounting' }), person('d')];
  const { added, changed, removed } = rosterDiff(before, next);
  expect([added, changed, removed].map((people) => people.map(({ id }) => id))).toEqual([['d'], ['b'], ['c']]);
  expect(rosterDiff(before, before)).toEqual({ added: [], changed: [], removed: [] });
});
