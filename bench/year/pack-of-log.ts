import type { Decision } from '../../functions/domain/ticket-event.ts';
import type { Pack } from '../../functions/rules/packs/pack.ts';
import { PACKS } from '../../functions/rules/packs/packs.ts';

/** The pack that a ticket has pinned. */
export function packOf(log: readonly Decision[]): Pack {
  const received = log.flatMap(({ events }) => events).find(({ type }) => type === 'ComplaintReceived');
  const pinned = received?.type === 'ComplaintReceived' ? received.pack : undefined;
  const pack = PACKS.find(({ id, version }) => `${id}-${version}` === pinned);
  if (!pack) throw new Error(`no pack is called ${pinned}: nobody can say what was owed`);
  return pack;
}
