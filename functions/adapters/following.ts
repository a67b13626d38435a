import type { LinkPage } from './link-pages.ts';
import type { Followed } from './links.ts';
import type { Stores } from './stores.ts';

/** Finds where somebody's link leads. `page`: the one that was opened by it. */
export type Follow = (token: string, page: LinkPage, now: Date) => Promise<Followed | undefined>;

/** A link of the bank's people ends at once when they leave the roster; the complainant's are not on it. */
export const following =
  ({ links, roster }: Pick<Stores, 'links' | 'roster'>): Follow =>
  async (token, page, now) => {
    const link = await links.find(token, page, now);
    if (!link || link.person === 'complainant') return link;
    return (await roster.person(link.person)) && link;
  };
