import { LIMITS } from '../rules/limits.ts';
import { documents } from './clients.ts';
import { codes } from './codes.ts';
import { env } from './env.ts';
import { following } from './following.ts';
import { stores } from './stores.ts';
import { throttle, uncounting } from './throttle.ts';

/** The stores as a page has them: with what counts how often somebody comes, and the codes of those who decide. */
export const pageStores = () => {
  const { CASE_FILES_TABLE } = env('CASE_FILES_TABLE');
  const db = documents();
  const all = stores(db);
  const counters = [db, CASE_FILES_TABLE, LIMITS] as const;
  return {
    ...all,
    find: following(all),
    may: throttle(...counters),
    uncount: uncounting(...counters),
    codes: codes(db, CASE_FILES_TABLE),
  };
};
export type PageStores = ReturnType<typeof pageStores>;
