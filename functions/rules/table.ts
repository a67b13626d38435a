/** Every reviewed table says who it is, so that a ticket can quote the row that decided it. */
export type Table<Row> = Readonly<{ id: string; version: string; source: string; rows: readonly Row[] }>;

/** Where a number comes from, and whether somebody read it in a published source (`true`) or wrote it from memory. */
export type Sourced = Readonly<{ source: string; verified: boolean }>;
