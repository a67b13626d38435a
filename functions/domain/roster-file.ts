import type { Person } from './roster.ts';

/** What a roster must not say, though each of its entries is well formed: one line each, for the person who loads it. */
export function rosterFaults(people: readonly Person[]): string[] {
  const ids = people.map(({ id }) => id);
  const departmentOf = (deputy: string) => people.find(({ id }) => id === deputy)?.department;
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id}: is in the file twice`);
  const deputies = people.flatMap(({ id, department, absences = [] }) =>
    absences.flatMap(({ from, to, deputy }) => [
      ...(from > to ? [`${id}: an absence ends on ${to}, before it begins on ${from}`] : []),
      ...(deputy === id ? [`${id}: is named as their own deputy`] : []),
      ...(deputy && departmentOf(deputy) && departmentOf(deputy) !== department
        ? [`${id}: the deputy ${deputy} is of another department`]
        : []),
      ...(deputy && !ids.includes(deputy) ? [`${id}: the deputy ${deputy} is not in the file`] : []),
    ]),
  );
  return [...new Set(twice), ...deputies, ...rolesNobodyHolds(people)];
}

const DESK_ROLES = [
  'triage',
  'duty',
  'head-office',
  'head-of-complaint-work',
  'supervisor',
  'incident-officer',
] as const;

/** Without these a ticket would find nobody to go to. */
function rolesNobodyHolds(people: readonly Person[]): string[] {
  return DESK_ROLES.filter((role) => !people.some(({ roles }) => roles.includes(role))).map(
    (role) => `nobody has the role ${role}: name at least one person`,
  );
}

export type RosterDiff = Readonly<Record<'added' | 'changed' | 'removed', readonly Person[]>>;

/** What loading `next` over `before` would do. A person who moves to another department is a change. */
export function rosterDiff(before: readonly Person[], next: readonly Person[]): RosterDiff {
  const was = new Map(before.map((person) => [person.id, person]));
  const is = new Set(next.map(({ id }) => id));
  const same = (a: Person, b: Person | undefined) => JSON.stringify(sorted(a)) === JSON.stringify(b && sorted(b));
  return {
    added: next.filter(({ id }) => !was.has(id)),
    changed: next.filter((person) => was.has(person.id) && !same(person, was.get(person.id))),
    removed: before.filter(({ id }) => !is.has(id)),
  };
}

const sorted = (person: Person) => Object.entries(person).sort(([a], [b]) => (a < b ? -1 : 1));
