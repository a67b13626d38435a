import type { Pack } from '../rules/packs/pack.ts';

/** The pack in force on a ticket's day of receipt. A later version never answers for an earlier day. */
export function packOn(packs: readonly Pack[], jurisdiction: string, date: string): Pack | undefined {
  return packs
    .filter((pack) => pack.jurisdiction === jurisdiction)
    .filter((pack) => isInForce(pack, date))
    .sort(newestFirst)[0];
}

/** Where none was in force that day, the newest: its dates are then not certain. */
export function packFor(packs: readonly Pack[], jurisdiction: string, date: string): Pack {
  const known = packs.filter((pack) => pack.jurisdiction === jurisdiction);
  const pack = packOn(packs, jurisdiction, date) ?? known.sort(newestFirst)[0];
  if (!pack) throw new Error(`no pack is of the jurisdiction ${jurisdiction}: see functions/rules/packs/packs.ts`);
  return pack;
}

const newestFirst = (a: Pack, b: Pack): number => (a.effective.from < b.effective.from ? 1 : -1);

export const isInForce = ({ effective }: Pack, date: string): boolean =>
  effective.from <= date && date <= (effective.until ?? date);

/** The pack that a ticket has pinned: `cn-1` is version 1 of `cn`, however many came after it. */
export function pinnedPack(packs: readonly Pack[], pinned: string): Pack {
  const pack = packs.find(({ id, version }) => `${id}-${version}` === pinned);
  if (!pack) throw new Error(`no pack is called ${pinned}, which a ticket has pinned: old packs stay in packs.ts`);
  return pack;
}
