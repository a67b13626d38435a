import type { UrgencyRow } from '../rules/urgency.ts';
import type { ComplaintPosted } from './complaint-posted.ts';
import { plainWords, timesFound } from './plain-words.ts';

/** Where in the table a text of this category is urgent; -1 where it is not. */
export const urgentAt = (rows: readonly UrgencyRow[], category: string | undefined, plain: string): number =>
  rows.findIndex(([, of, , phrases]) => of === category || timesFound(plain, phrases) > 0);

/** What is told before triage has looked: the agent's category, or the words themselves, say that a card is in other hands. */
export const isUrgentPost = (
  rows: readonly UrgencyRow[],
  { category, narrative, demands }: Pick<ComplaintPosted, 'category' | 'narrative' | 'demands'>,
): boolean => urgentAt(rows, category, textOf({ narrative, demands })) !== -1;

export const textOf = ({ narrative, demands }: Readonly<{ narrative: string; demands: readonly string[] }>): string =>
  plainWords([narrative, ...demands].join(' \n '));
