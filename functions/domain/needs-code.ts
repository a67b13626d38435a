import type { Confirmation } from '../rules/confirmation.ts';

/** What is filed: `levels` are those who must agree to it. */
export type Filing = Readonly<{ levels: readonly string[]; currency: string; totalMinor: number }>;

/** The rule by which filing needs the handler's own code; nothing where it needs none. */
export function needsCode({ rows }: Confirmation, { levels, currency, totalMinor }: Filing): string | undefined {
  const [rule, , , above] =
    rows.find(([, by, of]) => (by === '*' || levels.length === 0) && (of === '*' || of === currency)) ?? [];
  if (above === undefined) return undefined;
  return above === 'any' || totalMinor > above ? rule : undefined;
}
