import type { Confirmation } from '../rules/confirmation.ts';

/** The rule by which filing so much needs the handler's own code; nothing where it needs none. */
export function needsCode({ rows }: Confirmation, currency: string, totalMinor: number): string | undefined {
  const [rule, , above] = rows.find(([, of]) => of === currency || of === '*') ?? [];
  return above !== undefined && totalMinor > above ? rule : undefined;
}
