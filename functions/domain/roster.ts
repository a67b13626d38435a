import * as z from 'zod/mini';
import { Locale } from './complaint-posted.ts';

export const Role = z.enum([
  'handler',
  'team-lead',
  'department-head',
  // of the complaint desk
  'head-office',
  'head-of-complaint-work',
  'supervisor',
  'incident-officer',
  'triage',
  'duty',
]);
export type Role = z.infer<typeof Role>;

/** Who stands above: whose turn it is where nobody has a role, is there, or may be asked, and who hears of what is late. */
export const ABOVE: Partial<Record<Role, Role>> = {
  // As the table of escalations has it; whoever decides on the findings stays free to.
  handler: 'department-head',
  'team-lead': 'department-head',
  'department-head': 'head-office',
  'head-office': 'head-of-complaint-work',
  'incident-officer': 'head-of-complaint-work',
  supervisor: 'head-of-complaint-work',
  triage: 'supervisor',
};

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

/** By which the log names somebody of the bank; never a name. */
export const RosterId = z
  .string()
  .check(z.regex(/^[a-z0-9][a-z0-9-]{0,59}$/, { error: 'not lower-case letters, digits and dashes' }));

/** One person of the bank who may be asked to work on a ticket. An absence runs from its first to its last day. */
export const Person = z.strictObject({
  id: RosterId,
  name: text(120),
  phone: z.string().check(z.regex(/^\+[1-9]\d{6,14}$/, { error: 'not an E.164 number, such as +8613100000001' })),
  email: z.optional(z.email()),
  department: text(60),
  roles: z.array(Role).check(z.minLength(1)),
  locale: Locale,
  absences: z.optional(z.array(z.strictObject({ from: z.iso.date(), to: z.iso.date(), deputy: z.optional(text(60)) }))),
});
export type Person = z.infer<typeof Person>;

export const Roster = z.array(Person);
export type Roster = z.infer<typeof Roster>;

export type Wanted = Readonly<{
  role: Role;
  /** Only people of this department; anybody with the role when left out. */
  department?: string | undefined;
  /** Who has already acted on the ticket, or is complained about. */
  excluded: readonly string[];
  /** The day, in the bank's zone; an instant is cut to its date. */
  at: string;
  /** Spreads the load: the same ticket always asks the same person first. */
  ticket: string;
}>;

/** Somebody who is there; `actingFor`: the absent person whose deputy this is. */
export type Chosen = Person & Readonly<{ actingFor?: string }>;

export function choose(roster: Roster, { role, department, excluded, at, ticket }: Wanted): Chosen | undefined {
  const day = at.slice(0, 10);
  const free = (person: Person) => !excluded.includes(person.id) && !absence(person, day);
  const holders = roster
    .filter(({ roles, department: of }) => roles.includes(role) && (department === undefined || of === department))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  const first = holders.length === 0 ? 0 : spread(`${ticket}/${role}`) % holders.length;

  for (const person of [...holders.slice(first), ...holders.slice(0, first)]) {
    if (free(person)) return person;
    const deputy = excluded.includes(person.id) ? undefined : deputyOf(roster, person, day);
    if (deputy && free(deputy)) return { ...deputy, actingFor: person.id };
  }
  return undefined;
}

/** Who takes the work of somebody who was asked for it and is away or gone: their own deputy, or else another of the role. */
export function standIn(roster: Roster, asked: string, wanted: Wanted): Chosen | undefined {
  const day = wanted.at.slice(0, 10);
  const person = roster.find(({ id }) => id === asked);
  const deputy = person && !wanted.excluded.includes(asked) ? deputyOf(roster, person, day) : undefined;
  if (deputy && !isAway(deputy, day) && !wanted.excluded.includes(deputy.id)) return { ...deputy, actingFor: asked };
  return choose(roster, { ...wanted, excluded: [...wanted.excluded, asked] });
}

const deputyOf = (roster: Roster, person: Person, day: string): Person | undefined => {
  const deputy = absence(person, day)?.deputy;
  return roster.find(({ id }) => id === deputy);
};

export const isAway = (person: Person, day: string): boolean => absence(person, day) !== undefined;

const absence = ({ absences = [] }: Person, day: string) => absences.find(({ from, to }) => from <= day && day <= to);

/** FNV-1a: even enough for a dozen people, and the same in every run. */
function spread(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}
