import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Anchors, NO_ANCHORS, readAnchors } from './verify/anchors.ts';
import { asked, stop } from './verify/asked.ts';
import { statOf } from './verify/files.ts';
import { type Found, isTicket, ticketsIn } from './verify/folders.ts';
import { archivedKeys, type Keys, trustedKeys } from './verify/keys.ts';
import { type Verdict, verifyTicket } from './verify/ticket.ts';

const TELL_EVERY_MS = 2000;
const NAMED_AT_MOST = 5;

const { given, folder: root, key, anchors: anchorsGiven, since, whole, personalErased } = asked();
const isOne = isTicket(root);
if (isOne && whole) stop(`${given} is one ticket's, and no whole archive`);
const archive = isOne ? dirname(root) : root;
const beside = join(archive, 'anchors');
const keys = keysGiven();
const anchors = anchorsFound();
const { folders, odd, aside, others }: Found = isOne
  ? { folders: [root], odd: [], aside: [], others: [] }
  : ticketsIn(root);
const missing = isOne ? [] : missingFrom(folders);
const total = folders.length + aside.length + missing.length;
const faults = [...keys.faults, ...anchors.faults];
for (const fault of faults) console.error(fault);
if (total + faults.length === 0) stop(`${given} holds no ticket`);

let [bad, told] = [0, performance.now()];
for (const [nth, folder] of folders.entries()) {
  print(verifyTicket(folder, { keys, anchoredOf: (ticket) => anchors.ofTicket.get(ticket), personalErased }));
  if (performance.now() - told < TELL_EVERY_MS) continue;
  told = performance.now();
  console.error(`${nth + 1} of ${folders.length} tickets, ${bad} bad`);
}
for (const verdict of [...aside, ...missing]) print(verdict);
tellWhatWasNotSeen();
console.error(
  `${total} tickets, ${bad} bad; ${anchors.count} anchors${days(anchors)}, ${faults.length} faults of anchors and keys`,
);
process.exitCode = bad + faults.length > 0 ? 1 : 0;

function print(verdict: Verdict): void {
  if (!verdict.ok) bad += 1;
  process.stdout.write(`${JSON.stringify(verdict)}\n`);
}

function keysGiven(): Keys {
  try {
    if (key.length > 0) return trustedKeys(key);
  } catch (error) {
    return stop((error as Error).message);
  }
  const found = archivedKeys(join(archive, 'keys'));
  const whose = found.byFingerprint.size > 0 ? "the archive's own keys/" : 'the key that each signature carries';
  console.error(`no --key: checked with ${whose}, which nobody vouches for`);
  return found;
}

/** None are wanted only where nobody asks for them and there are none. */
function anchorsFound(): Anchors {
  if (anchorsGiven !== undefined) return readAnchors(linkFollowed(anchorsGiven), keys, since);
  const areWanted = whole || since !== undefined || statOf(beside) !== undefined;
  return areWanted ? readAnchors(beside, keys, since) : NO_ANCHORS;
}

/** A link that was given is to be followed; one that lies in the archive is not. */
function linkFollowed(path: string): string {
  try {
    return areBeside(path) ? beside : realpathSync(path);
  } catch {
    return path;
  }
}

function areBeside(path: string): boolean {
  const absolute = resolve(path);
  return join(realpathSync(dirname(absolute)), basename(absolute)) === beside || realpathSync(absolute) === beside;
}

/** Tickets that were sealed and are to be kept until later than now, and have no folder. */
function missingFrom(all: readonly string[]): Verdict[] {
  if (!isWhole()) return [];
  const present = new Set([...all.map((folder) => basename(folder)), ...aside.map(({ ticket }) => ticket)]);
  const now = new Date().toISOString();
  return [...anchors.ofTicket].flatMap(([ticket, { sealed }]): Verdict[] => {
    if (!sealed || sealed.retainUntil <= now || present.has(ticket)) return [];
    const reason = `the folder is missing: the anchor of ${sealed.date} says that it was sealed`;
    return [{ ticket, ok: false, firstBad: { seq: 1, reason } }];
  });
}

function isWhole(): boolean {
  return whole || (anchors.folder !== undefined && anchors.folder === join(root, 'anchors'));
}

function tellWhatWasNotSeen(): void {
  if (odd.length > 0) console.error(`checked as the tickets that their manifests name: ${some(odd)}`);
  if (others.length > 0) console.error(`no tickets, and not looked at: ${some(others)}`);
  if (anchors.folder === undefined) {
    console.error('no anchors were looked at: a ticket that is missing, or an older seal of one, could not be seen');
  } else if (!isOne && !isWhole()) {
    console.error('nobody asked for tickets that are missing; --whole does');
  }
}

function some(names: readonly string[]): string {
  return [...names.slice(0, NAMED_AT_MOST), ...(names.length > NAMED_AT_MOST ? ['…'] : [])].join(', ');
}

function days({ first, last }: Anchors): string {
  return first && last ? ` from ${first} to ${last}` : '';
}
