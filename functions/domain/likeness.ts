import * as z from 'zod/mini';

/** What two posts can be alike in. The text only as a whole: the same words, not similar ones. */
export const Particular = z.enum(['phone', 'merchant', 'product', 'amount', 'day', 'text']);
export type Particular = z.infer<typeof Particular>;

const Mac = z.string().check(z.regex(/^[0-9a-f]{32}$/));

/**
 * By what a post can be told to be like another without saying what it says: HMACs under the ticket key. `holder`: whose
 * it is, where the post says so for sure.
 */
export const Likeness = z.strictObject({
  holder: z.optional(Mac),
  phone: z.optional(Mac),
  merchant: z.optional(Mac),
  product: z.optional(Mac),
  amount: z.optional(Mac),
  day: z.optional(Mac),
  text: z.optional(Mac),
});
export type Likeness = z.infer<typeof Likeness>;

/** They both say all of these, and say the same. */
export const alike = (one: Likeness, other: Likeness, particulars: readonly Particular[]): boolean =>
  particulars.every((particular) => one[particular] !== undefined && one[particular] === other[particular]);

/** One of these both say, and not the same. */
export const different = (one: Likeness, other: Likeness, particulars: readonly Particular[]): boolean =>
  particulars.some((particular) => one[particular] && other[particular] && one[particular] !== other[particular]);
