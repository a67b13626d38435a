import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Anchors, NO_ANCHORS, readAnchors } from './verify/anchors.ts';
import { statOf } from './verify/files.ts';
import { archivedKeys, type Keys, NoKey, trustedKeys } from './verify/keys.ts';
import { PARTS, type Verdict, verifyTicket } from './verify/ticket.ts';

const HELP = `npm run verify -- FOLDER [--key FILE]... [--anchors FOLDER] [--whole] [--personal-erased]

Checks sealed tickets, offline. FOLDER is one ticket's, or that of many. One line of JSON for each ticket:
  {"ticket":"…","ok":false,"firstBad":{"seq":7,"reason":"it is not what was hashed"}}
seq is the number of the first decision that is wrong, counted from 1; 0 where the fault is none of a decision.
docs/record.md tells what is checked, and how to do so with other tools.

  --key FILE         a public key that you trust (PEM or DER); without one the archive's own keys/ are used, or the key
                     that a signature carries, which shows what was changed, but not by whom it was signed
  --anchors FOLDER   the daily anchors; without it those beside the tickets, if there are any
  --whole            FOLDER is the whole archive: what was anchored as sealed must be there. So it is understood, too,
                     when the anchors lie in FOLDER itself
  --personal-erased  a personal part that is gone is no fault: it was erased when its time was over

Exit 0 if everything holds, 1 if anything does not, 2 if it could not be asked like this.`;

const BESIDE = ['keys', 'anchors'];
const TELL_EVERY_MS = 2000;

const { values, positionals } = readArguments();
const [given] = positionals;
if (values.help || !given) {
  (values.help ? console.log : console.error)(HELP);
  process.exit(values.help ? 0 : 2);
}
if (positionals.length > 1) stop(`one folder at a time, not ${positionals.length}`);
const root = directory(given);
const isOne = isTicket(root);
const archive = isOne ? dirname(root) : root;
const keys = keysOf(values.key ?? []);
const anchors = anchorsOf();
const folders = isOne ? [root] : foldersIn(root);
const absent = isOne ? [] : missingFrom(folders);
if (folders.length + absent.length === 0) stop(`${given} holds no ticket`);

let [bad, told] = [0, performance.now()];
for (const [nth, folder] of folders.entries()) {
  print(verifyTicket(folder, { keys, anchoredOf, personalErased: values['personal-erased'] }));
  if (performance.now() - told < TELL_EVERY_MS) continue;
  told = performance.now();
  console.error(`${nth + 1} of ${folders.length} tickets, ${bad} bad`);
}
for (const verdict of absent) print(verdict);
for (const fault of anchors.faults) console.error(`anchors: ${fault}`);
console.error(
  `${folders.length + absent.length} tickets, ${bad} bad; ${anchors.count} anchors, ${anchors.faults.length} bad`,
);
process.exitCode = bad > 0 || anchors.faults.length > 0 ? 1 : 0;

function print(verdict: Verdict): void {
  if (!verdict.ok) bad += 1;
  process.stdout.write(`${JSON.stringify(verdict)}\n`);
}

function anchoredOf(ticket: string) {
  return anchors.ofTicket.get(ticket);
}

function keysOf(files: readonly string[]): Keys {
  try {
    if (files.length > 0) return trustedKeys(files);
    const found = archivedKeys(join(archive, 'keys'));
    const whose = found.byFingerprint.size > 0 ? "the archive's own keys/" : 'the key that each signature carries';
    console.error(`no --key: checked with ${whose}, which nobody vouches for`);
    return found;
  } catch (error) {
    return stop((error as Error).message, error instanceof NoKey && files.length === 0 ? 1 : 2);
  }
}

function anchorsOf(): Anchors {
  const beside = join(archive, 'anchors');
  if (values.anchors !== undefined) return readAnchors(directory(values.anchors), keys);
  return statOf(beside)?.isDirectory() ? readAnchors(beside, keys) : NO_ANCHORS;
}

/** A ticket's folder holds parts of one, or is at least called like one. */
function isTicket(folder: string): boolean {
  return PARTS.some((part) => statOf(join(folder, part))) || /^[0-9A-HJKMNP-TV-Z]{12}$/.test(basename(folder));
}

function foldersIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const tickets = entries.filter(
    (entry) => !entry.isFile() && !entry.name.startsWith('.') && !BESIDE.includes(entry.name),
  );
  return tickets.map(({ name }) => join(folder, name)).sort();
}

/** Tickets that were sealed and are to be kept until later than now, and have no folder. */
function missingFrom(all: readonly string[]): Verdict[] {
  const isWhole = values.whole || (values.anchors !== undefined && resolve(values.anchors) === join(root, 'anchors'));
  if (!isWhole && (values.anchors !== undefined || anchors.count === 0)) return [];
  const present = new Set(all.map((folder) => basename(folder)));
  const now = new Date().toISOString();
  return [...anchors.ofTicket].flatMap(([ticket, { sealed }]): Verdict[] => {
    if (!sealed || sealed.retainUntil <= now || present.has(ticket)) return [];
    const reason = `the folder is missing: the anchor of ${sealed.date} says that it was sealed`;
    return [{ ticket, ok: false, firstBad: { seq: 1, reason } }];
  });
}

function directory(path: string): string {
  try {
    if (statSync(path).isDirectory()) return realpathSync(path);
  } catch {}
  return stop(`${path} is no folder`);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        key: { type: 'string', multiple: true },
        anchors: { type: 'string' },
        whole: { type: 'boolean' },
        'personal-erased': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    return stop(`${(error as Error).message}; see --help`);
  }
}

function stop(why: string, code = 2): never {
  console.error(why);
  process.exit(code);
}
