import type { Locale } from '../../domain/complaint-posted.ts';

/** The word for each of a few, in every language. */
export type Words<Of extends string> = Readonly<Record<Locale, Readonly<Record<Of, string>>>>;
