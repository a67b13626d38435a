import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { choose, type Person, Role, Roster, standIn } from '../../functions/domain/roster.ts';
import { COMPLAINT_DESK, DEPARTMENTS } from '../../functions/rules/departments.ts';

const person = (id: string, more: Partial<Person> = {}): Person => ({
  id,
  name: id,
  phone: '+8613100000001',
  department: 'accounting',
  roles: ['handler'],
  locale: 'zh-Hans',
  ...more,
});
const away = (deputy?: string) => ({ absences: [{ from: '2026-11-20', to: '2026-11-22', deputy }] });
const wanted = { role: 'handler', department: 'accounting', excluded: [], at: '2026-11-22', ticket: 'T1' } as const;
const ids = (chosen: Person | undefined) => chosen?.id;

test('the same ticket finds the same person, and tickets are spread', () => {
  const roster = ['a', 'b', 'c'].map((id) => person(id));
  const found = (ticket: string) => choose(roster, { ...wanted, ticket })?.id;
  expect(found('T1')).toBe(found('T1'));
  const counts = Map.groupBy(
    Array.from({ length: 300 }, (_, i) => found(`TICKET${i}`)),
    (id) => id,
  );
  for (const id of ['a', 'b', 'c']) expect(counts.get(id)?.length).toBeGreaterThan(60);
});

test('only the role and the department asked for', () => {
  const roster = [person('lead', { roles: ['team-lead'] }), person('other', { department: 'technology' })];
  expect(choose(roster, wanted)).toBeUndefined();
  expect(ids(choose(roster, { ...wanted, department: undefined }))).toBe('other');
});

test('nobody who acted already', () => {
  const roster = [person('a'), person('b')];
  expect(ids(choose(roster, { ...wanted, excluded: ['a'] }))).toBe('b');
  expect(choose(roster, { ...wanted, excluded: ['a', 'b'] })).toBeUndefined();
});

test('an absent person’s deputy acts, and it is said for whom', () => {
  const roster = [person('a', away('d')), person('d', { roles: ['team-lead'] })];
  expect(choose(roster, wanted)).toMatchObject({ id: 'd', actingFor: 'a' });
});

test.for([
  ['2026-11-19', 'a'],
  ['2026-11-20', undefined],
  ['2026-11-22T23:00:00.000Z', undefined],
  ['2026-11-23', 'a'],
] as const)('an absence runs from its first to its last day: %s', ([at, id]) => {
  expect(ids(choose([person('a', away())], { ...wanted, at }))).toBe(id);
});

test('no deputy who acted already or is away, and none for somebody who is excluded', () => {
  const gone = person('d', { ...away(), roles: ['team-lead'] });
  expect(choose([person('a', away('d')), gone], wanted)).toBeUndefined();
  const there = person('d', { roles: ['team-lead'] });
  expect(choose([person('a', away('d')), there], { ...wanted, excluded: ['d'] })).toBeUndefined();
  expect(choose([person('a', away('d')), there], { ...wanted, excluded: ['a'] })).toBeUndefined();
});

test('the work of somebody who is away goes to their own deputy, or else to another of the role', () => {
  const [b, d] = [person('b'), person('d', { roles: ['team-lead'] })];
  expect(standIn([person('a', away('d')), b, d], 'a', wanted)).toMatchObject({ id: 'd', actingFor: 'a' });
  expect(standIn([person('a', away('gone')), b, d], 'a', wanted)).toEqual(b);
  expect(standIn([b, d], 'a', wanted)).toEqual(b);
  expect(standIn([person('a', away('d')), b, d], 'a', { ...wanted, excluded: ['d'] })).toEqual(b);
  expect(standIn([person('a', away('d')), b, d], 'a', { ...wanted, excluded: ['a'] })).toEqual(b);
  expect(standIn([person('a', away('d')), b, person('d', away())], 'a', wanted)).toEqual(b);
  expect(standIn([person('a')], 'a', wanted)).toBeUndefined();
});

test('the sample roster fills every desk more than once, so that four eyes can be found', () => {
  const roster = Roster.parse(JSON.parse(readFileSync('local/sample-roster.json', 'utf8')));
  expect(new Set(roster.map(({ id }) => id)).size).toBe(roster.length);
  expect(new Set(roster.map(({ phone }) => phone)).size).toBe(roster.length);
  const inDepartment = ['handler', 'team-lead', 'department-head'];
  for (const role of Role.options) {
    const places = inDepartment.includes(role) ? DEPARTMENTS.rows.map(([id]) => id) : [COMPLAINT_DESK];
    for (const department of places) {
      const all = { role, department, at: '2026-11-22', ticket: 'T1' };
      const first = choose(roster, { ...all, excluded: [] });
      expect(choose(roster, { ...all, excluded: [first?.id ?? ''] }), `${role} of ${department}`).toBeDefined();
    }
  }
});
