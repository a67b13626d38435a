import { type Dirent, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { statOf } from './files.ts';
import { PARTS, type Verdict } from './ticket.ts';

/** What lies beside the tickets of an archive, and is read by itself. */
const BESIDE = ['keys', 'anchors'];
const NUMBER = /^[0-9A-HJKMNP-TV-Z]{12}$/;
/** A name that begins with a number and is none, as `.4Z8QK3M1T7XB`, `4Z8QK3M1T7XB.bak` and `4z8qk3m1t7xb`. */
const NEARLY = /^[^0-9A-Z]*[0-9A-HJKMNP-TV-Z]{12}(?![0-9A-Z])/i;

/**
 * `folders`: to be checked; the names of `odd` ones tell no ticket, `aside` are tickets moved out of sight, which nobody
 * would find who looks for them, and `others` are none.
 */
export type Found = Readonly<{ folders: string[]; odd: string[]; aside: Verdict[]; others: string[] }>;

/** A ticket's folder is called like one, or holds parts of one, and no other tickets. */
export const isTicket = (folder: string): boolean =>
  isNumber(basename(folder)) || (holdsParts(folder) && !readdirSync(folder).some(isNumber));

const isNumber = (name: string): boolean => NUMBER.test(name);
const holdsParts = (folder: string): boolean => PARTS.some((part) => statOf(join(folder, part)));

/** Everything in a folder of tickets is one, or is put aside, or is said to be something else. */
export function ticketsIn(root: string): Found {
  const found: Found = { folders: [], odd: [], aside: [], others: [] };
  const entries = readdirSync(root, { withFileTypes: true }).filter(({ name }) => !BESIDE.includes(name));
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const { name } = entry;
    if (isPutAside(root, entry)) found.aside.push(asideAs(name));
    else if (isNumber(name)) found.folders.push(join(root, name));
    else if (entry.isFile() || name.startsWith('.')) found.others.push(name);
    else {
      found.folders.push(join(root, name));
      found.odd.push(name);
    }
  }
  return found;
}

function isPutAside(root: string, entry: Dirent): boolean {
  const { name } = entry;
  if (isNumber(name)) return false;
  if (entry.isFile()) return PARTS.some((part) => part === name);
  if (NEARLY.test(name)) return true;
  if (!name.startsWith('.') || !entry.isDirectory()) return false;
  // Out of sight is no place for a ticket, nor for a folder of them.
  return holdsParts(join(root, name)) || readdirSync(join(root, name)).some((inner) => NEARLY.test(inner));
}

const asideAs = (name: string): Verdict => ({
  ticket:
    NEARLY.exec(name)?.[0]
      .replace(/^[^0-9A-Z]*/i, '')
      .toUpperCase() ?? name,
  ok: false,
  firstBad: { seq: 0, reason: `it was put aside: ${name} is not what a ticket's folder is called` },
});
