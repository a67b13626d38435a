import { fork } from 'node:child_process';
import type { Figures } from './figures.ts';
import { sumOf } from './sum.ts';

/** `keepIn`: the folder for the logs of what must not be. */
export type Year = Readonly<{ tickets: number; days: number; seed: number; kill: number; keepIn?: string | undefined }>;
/** What a desk's process says: how far it is, and at last what it found. */
export type Said = Readonly<{ line: string }> | Readonly<{ found: Figures }>;

/** The year's tickets dealt out to so many desks, each a cloud and a process of its own; what they found, together. */
export async function desks(
  count: number,
  { tickets, seed, ...year }: Year,
  say: (line: string) => void,
): Promise<Figures> {
  const shares = Array.from({ length: count }, (_, nth) => ({
    ...year,
    tickets: Math.floor(tickets / count) + (nth < tickets % count ? 1 : 0),
    seed: seed * 1000 + nth,
  }));
  return sumOf(
    await Promise.all(shares.map((share, nth) => oneDesk(share, (line) => say(`desk ${nth + 1}  ${line}`)))),
  );
}

function oneDesk(share: Year, say: (line: string) => void): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL('./desk-process.ts', import.meta.url), [JSON.stringify(share)]);
    child.on('message', (said: Said) => ('found' in said ? resolve(said.found) : say(said.line)));
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`a desk's process ended with ${code} before it found anything`)));
  });
}
