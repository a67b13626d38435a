import type { Cloud } from '../cloud.ts';

/** What the deployed functions know of the bank, read where they read it: in their environment. */
export type Bank = Readonly<{ zone: string; currency: string; hotline: string }>;

export function bankOf({ resources }: Pick<Cloud, 'resources'>): Bank {
  const known: Record<string, string> = {};
  for (const { type, properties } of resources) {
    if (type !== 'AWS::Lambda::Function') continue;
    Object.assign(known, (properties.Environment as { Variables?: Record<string, string> } | undefined)?.Variables);
  }
  const { BANK_ZONE = 'UTC', BANK_CURRENCY = '', HOTLINE = '' } = known;
  return { zone: BANK_ZONE, currency: BANK_CURRENCY, hotline: HOTLINE };
}
