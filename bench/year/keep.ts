import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk } from '../../local/demo/desk.ts';
import type { Figures } from './figures.ts';

/** Leaves the logs of what must not be, and of what is open at the end, in a folder: a decision a line. */
export async function keep({ log }: Desk, { unobserved, stuck, openTickets }: Figures, folder: string): Promise<void> {
  const tickets = [...unobserved, ...stuck, ...openTickets].map((line) => line.split(' ')[0] ?? '');
  if (tickets.length > 0) mkdirSync(folder, { recursive: true });
  for (const id of new Set(tickets)) {
    const { decisions } = await log.find(id);
    writeFileSync(join(folder, `${id}.jsonl`), decisions.map((one) => `${JSON.stringify(one)}\n`).join(''));
  }
}
