import { addDays, localDate } from '../../functions/domain/local-time.ts';
import type { Person } from '../../functions/domain/roster.ts';
import type { Chance } from '../../local/demo/chance.ts';

const ZONE = 'Asia/Shanghai';
/** One a quarter, of a few days to three weeks. */
const EVERY_DAYS = 91;
const LASTS = [3, 21] as const;
const DEPUTY_SHARE = 0.5;

/** The people of a roster with the days on which they are away, half of the time with a deputy of their own role. */
export const withAbsences = (people: readonly Person[], from: Date, days: number, drawn: Chance): Person[] =>
  people.map((person) => {
    const peers = people.filter(
      ({ id, department, roles }) =>
        id !== person.id && department === person.department && roles[0] === person.roles[0],
    );
    const absences = Array.from({ length: Math.ceil(days / EVERY_DAYS) }, (_, nth) => {
      const what = `${person.id} away ${nth}`;
      const [peer, ...more] = peers.map(({ id }) => id);
      const hasDeputy = peer !== undefined && drawn.happens(`${what} deputy`, DEPUTY_SHARE);
      const first = addDays(localDate(from.toISOString(), ZONE), nth * EVERY_DAYS + drawn.between(what, 0, 69));
      return {
        ...{ from: first, to: addDays(first, drawn.between(`${what} lasts`, ...LASTS)) },
        ...(hasDeputy && { deputy: drawn.one(`${what} who`, [peer, ...more]) }),
      };
    });
    return { ...person, absences };
  });
