import type { Person, Role } from '../../functions/domain/roster.ts';
import { COMPLAINT_DESK, DEPARTMENTS } from '../../functions/rules/departments.ts';

const EACH = 9;
const ROLES: readonly Role[] = ['handler', 'team-lead', 'department-head', 'head-office', 'triage', 'duty'];

/** So many people of each role in each department that four eyes are found however often a proposal comes back. */
export const ampleRoster = (): Person[] =>
  [...DEPARTMENTS.rows.map(([id]) => id), COMPLAINT_DESK].flatMap((department, ofDepartment) =>
    ROLES.flatMap((role, ofRole) =>
      Array.from({ length: EACH }, (_, nth) => ({
        id: `sample-${department}-${role}-${nth}`,
        name: `Sample ${role} ${nth}`,
        phone: `+86139000${String(ofDepartment * 100 + ofRole * 10 + nth).padStart(5, '0')}`,
        department,
        roles: [role],
        locale: 'en' as const,
      })),
    ),
  );
