import type { Pack } from '../rules/packs/pack.ts';
import type { Policy } from '../rules/policy.ts';
import { isLastRound } from './rounds.ts';
import type { Ticket } from './ticket.ts';

/** The ways open to a complainant who does not agree, by their ids in the pack: after the last round, those outside the bank. */
export function furtherWays(ticket: Ticket, { pack, policy }: Readonly<{ pack: Pack; policy: Policy }>): string[] {
  if (ticket.received?.kind !== 'complaint') return [];
  return isLastRound(ticket, policy) ? outsideWays(pack) : pack.furtherWays.map(({ id }) => id);
}

/** Those that lead to somebody else than the bank. */
export const outsideWays = ({ furtherWays: ways }: Pack): string[] =>
  ways.filter(({ internal }) => !internal).map(({ id }) => id);
