import { NobodyOnRoster } from '../domain/refusals.ts';
import { ABOVE, type Chosen, type Role } from '../domain/roster.ts';
import { COMPLAINT_DESK } from '../rules/departments.ts';
import type { Roster, Wanted } from './roster.ts';

const OF_BANK: readonly Role[] = ['head-office', 'head-of-complaint-work'];

/**
 * Somebody of a role; and where there is nobody, of the role above, and so on: what is owed is not to find nobody while
 * there is anybody who may do it. Refused with NobodyOnRoster.
 */
export async function orAbove(roster: Roster, wanted: Wanted): Promise<Readonly<{ role: Role; person: Chosen }>> {
  const { role } = wanted;
  const department = OF_BANK.includes(role) ? COMPLAINT_DESK : wanted.department;
  try {
    return { role, person: await roster.find({ ...wanted, department }) };
  } catch (error) {
    const above = ABOVE[role];
    if (!above || !(error instanceof NobodyOnRoster)) throw error;
    return orAbove(roster, { ...wanted, role: above });
  }
}
