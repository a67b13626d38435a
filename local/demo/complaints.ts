import { ACCOUNT_AND_SERVICE } from './complaints/account-and-service.ts';
import { BENEFITS } from './complaints/benefits.ts';
import { CARD_SAFETY } from './complaints/card-safety.ts';
import { LIGHT_AND_WRONG } from './complaints/light-and-wrong.ts';
import { MONEY } from './complaints/money.ts';
import type { PlannedPost } from './planned-post.ts';

/** Every way through the workflow, one post or more for each; written for this project, about nobody. */
export const COMPLAINTS: readonly PlannedPost[] = [
  ...CARD_SAFETY,
  ...MONEY,
  ...BENEFITS,
  ...ACCOUNT_AND_SERVICE,
  ...LIGHT_AND_WRONG,
].toSorted((one, other) => one.at.getTime() - other.at.getTime());
