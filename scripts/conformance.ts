import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { type Case, Cases } from '../local/state-language/conformance/case.ts';
import { compare } from '../local/state-language/conformance/compare.ts';
import { runCase } from '../local/state-language/conformance/run-case.ts';

const HELP = `Runs recorded state machine executions against the embedded engine.

  npm run conformance -- FILE [--only TEXT]

FILE         cases as JSON: definition, input, recorded task outcomes, expected history
--only TEXT  only cases whose id contains TEXT

Every failed case is told on stderr with its first difference. The last line of stdout is
{"passed":n,"failed":m,"failures":[ids]}. Exit code 0 whenever the run completes.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean' }, only: { type: 'string', default: '' } },
});
const [file] = positionals;
if (values.help) console.log(HELP);
else if (positionals.length !== 1 || !file) fail(HELP);
else await main(file);

async function main(path: string): Promise<void> {
  const cases = readCases(path).filter(({ id }) => id.includes(values.only));
  const failures: string[] = [];
  for (const recorded of cases) {
    const found = await firstDifference(recorded);
    if (found === undefined) continue;
    failures.push(recorded.id);
    console.error(`${recorded.id}: ${found}`);
  }
  console.log(JSON.stringify({ passed: cases.length - failures.length, failed: failures.length, failures }));
}

async function firstDifference(recorded: Case): Promise<string | undefined> {
  try {
    return compare(recorded, await runCase(recorded));
  } catch (thrown) {
    // One case that cannot run must not hide the others.
    return String(thrown);
  }
}

function readCases(path: string): Case[] {
  try {
    return Cases.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (thrown) {
    if (thrown instanceof z.core.$ZodError) return fail(`${path} does not hold cases:\n${z.prettifyError(thrown)}`);
    return fail(`${path} cannot be read: ${(thrown as Error).message}`);
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
