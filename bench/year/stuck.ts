import type { Logged } from '../../functions/adapters/ticket-log.ts';

/** People let a ticket go on, and what stopped it may stop it once more; so often it stops whatever they do. */
const STUCK_AFTER = 4;
/** Until the roster has somebody, letting it go on is not what is called for. */
const FOR_WANT_OF_PEOPLE = ['NobodyOnRoster', 'NobodyCouldBeAsked'];

/** The states at which a ticket was parked again and again. */
export function stuckAt({ decisions }: Pick<Logged, 'decisions'>): string[] {
  const states = decisions.flatMap(({ events }) =>
    events.flatMap((one) => (one.type === 'Parked' && !FOR_WANT_OF_PEOPLE.includes(one.error) ? one.state : [])),
  );
  return [...new Set(states)].filter((state) => states.filter((one) => one === state).length > STUCK_AFTER);
}
