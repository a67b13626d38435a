import { realpathSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';

const HELP = `npm run verify -- FOLDER [--key FILE]... [--anchors FOLDER [--anchors-since DATE]] [--whole] [--personal-erased]

Checks sealed tickets, offline. FOLDER is one ticket's, or that of many. One line of JSON for each ticket:
  {"ticket":"…","ok":false,"firstBad":{"seq":7,"reason":"it is not what was hashed"}}
seq is the number of the first decision that is wrong, counted from 1; 0 where the fault is none of a decision.
docs/record.md tells what is checked, and how to do so with other tools.

  --key FILE            a public key that you trust (PEM or DER); without one the archive's own keys/ are used, or the
                        key that a signature carries, which shows what was changed, but not by whom it was signed
  --anchors FOLDER      the daily anchors; without it those beside the tickets, if there are any. Anchors that are
                        asked for, here or by --whole, and are none or lack their beginning, are a fault
  --anchors-since DATE  you have no anchors of before DATE (YYYY-MM-DD): the row may begin with the first one since
  --whole               FOLDER is the whole archive: its anchors, and what they say was sealed, must be there. What was
                        sealed must also be there when the anchors lie in FOLDER itself
  --personal-erased     a personal part that is gone is no fault: it was erased when its time was over

Faults of anchors and keys, and what was passed over, are told on stderr, a line each.
Exit 0 if everything holds, 1 if anything does not, 2 if it could not be asked like this.`;

const OPTIONS = {
  key: { type: 'string', multiple: true, default: [] as string[] },
  anchors: { type: 'string' },
  'anchors-since': { type: 'string' },
  whole: { type: 'boolean', default: false },
  'personal-erased': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h' },
} as const;

export type Asked = ReturnType<typeof asked>;

/** What whoever calls wants to know. `folder`: without links on its way. */
export function asked() {
  const { values, positionals } = readArguments();
  const [given, ...more] = positionals;
  if (values.help || !given) {
    (values.help ? console.log : console.error)(HELP);
    process.exit(values.help ? 0 : 2);
  }
  if (more.length > 0) stop(`one folder at a time, not ${positionals.length}`);
  const since = values['anchors-since'];
  if (since !== undefined && !isDate(since)) stop(`--anchors-since ${since} is no date as in 2026-03-02`);
  const { key, anchors, whole } = values;
  return { given, folder: directory(given), key, anchors, since, whole, personalErased: values['personal-erased'] };
}

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: OPTIONS });
  } catch (error) {
    return stop(`${(error as Error).message}; see --help`);
  }
}

const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

function directory(path: string): string {
  try {
    if (statSync(path).isDirectory()) return realpathSync(path);
  } catch {}
  return stop(`${path} is no folder`);
}

export function stop(why: string): never {
  console.error(why);
  process.exit(2);
}
