import type { Bill, Usage } from '../cost/bill.ts';
import { median } from '../cost/two-level-path.ts';

/** What the two-level path costs, service by service, and what the whole run did; in dollars for 1,000 tickets. */
export function billTable({ total, fixed }: Bill, twoLevels: readonly Usage[], idleWatch: number): string[] {
  const per1000 = (usages: readonly Usage[], service: string) =>
    1000 * median(usages.map(({ usdByService }) => usdByService[service] ?? 0));
  const services = Object.keys(total.usdByService).sort(
    (a, b) => (total.usdByService[b] ?? 0) - (total.usdByService[a] ?? 0),
  );
  const row = (name: string, ...numbers: number[]) =>
    `  ${name.padEnd(20)}${numbers.map((usd) => usd.toFixed(4).padStart(16)).join('')}`;
  const median1000 = 1000 * median(twoLevels.map(({ usd }) => usd));
  return [
    `COST in dollars, list prices, without SMS; medians of ${twoLevels.length} tickets on the two-level path`,
    `  ${'service'.padEnd(20)}${['per 1,000', 'of this run', 'of no ticket'].map((text) => text.padStart(16)).join('')}`,
    ...services.map((service) =>
      row(service, per1000(twoLevels, service), total.usdByService[service] ?? 0, fixed.usdByService[service] ?? 0),
    ),
    row('all', median1000, total.usd, fixed.usd),
    '  Lambda duration is this machine’s. The medians of services do not add up to the median of all.',
    `  Fixed and not in it: the watch while nothing is due, $${idleWatch.toFixed(2)} a month; KMS keys, alarms, storage.`,
    '',
  ];
}
