import type { Sourced, Table } from '../table.ts';

/** Days off, from the first to the last of them, and the days of a weekend that are worked in their place (调休). */
export type ExceptionRow = readonly [name: string, from: string, until: string, worked: readonly string[]];

/**
 * The days a bank works: Monday to Friday, with exceptions both ways. What nobody has published is flagged, not guessed:
 * beyond `published` a row is only what a standing rule of the law gives, and where there is none, the bare week counts.
 */
export type Calendar = Table<ExceptionRow> &
  Sourced &
  Readonly<{ published: Readonly<{ from: number; until: number }> }>;
