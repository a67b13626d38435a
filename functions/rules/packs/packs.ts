import { CN } from './cn.ts';
import { EU } from './eu.ts';
import type { Pack } from './pack.ts';
import { UK } from './uk.ts';

/** Every pack and every version of it: an older one stays, because tickets have pinned it. */
export const PACKS: readonly Pack[] = [CN, EU, UK];
