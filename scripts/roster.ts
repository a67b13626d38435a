import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { roster } from '../functions/adapters/roster.ts';
import { type Person, Roster } from '../functions/domain/roster.ts';
import { rosterDiff, rosterFaults } from '../functions/domain/roster-file.ts';

const HELP = `npm run roster -- FILE [--table NAME] [--yes]

Loads who works on complaints (departments' handlers, approvers, duty officers, deputies) into the case-file table.
FILE is JSON: a list of people as in local/sample-roster.json. It is checked first, and the difference to what the table
holds is shown; nothing is written before you agree. People who are missing in FILE are removed from the roster.

  --table NAME   the case-file table; else CASE_FILES_TABLE of the environment, as 'npm run deploy' prints it
  --yes          do not ask

The AWS account and region are those of your environment (AWS_PROFILE, AWS_REGION; AWS_ENDPOINT_URL for another endpoint).`;

const { values, positionals } = readArguments();
const [file] = positionals;
if (values.help || !file) {
  console.log(HELP);
  process.exit(values.help ? 0 : 2);
}
const TableName = values.table ?? process.env.CASE_FILES_TABLE;
if (!TableName) stop('name the case-file table: --table NAME, or CASE_FILES_TABLE in the environment');

const people = read(file);
const faults = rosterFaults(people);
if (faults.length > 0) stop(`${file} cannot be loaded:\n  ${faults.join('\n  ')}`);

const table = roster(DynamoDBDocumentClient.from(new DynamoDBClient({})), TableName);
const { added, changed, removed } = rosterDiff(await table.all(), people);
for (const { id } of added) console.log(`+ ${id}`);
for (const { id } of changed) console.log(`~ ${id}`);
for (const { id } of removed) console.log(`- ${id}`);
console.log(`${added.length} new, ${changed.length} changed, ${removed.length} removed, ${people.length} in all`);
if (added.length + changed.length + removed.length === 0) process.exit(0);
if (!values.yes && !(await agreed())) stop('nothing was written');

for (const person of [...added, ...changed]) await table.put(person);
for (const person of removed) await table.remove(person);
console.log('the roster is loaded');

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { table: { type: 'string' }, yes: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    return stop(`${(error as Error).message}; see --help`);
  }
}

function read(path: string): Person[] {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return stop(`${path} cannot be read as JSON: ${(error as Error).message}`);
  }
  const parsed = Roster.safeParse(json);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path: at, message }) => `${at.join('.') || 'the file'}: ${message}`);
  return stop(`${path} cannot be loaded:\n  ${wrong.join('\n  ')}`);
}

async function agreed(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('Write this? [y/N] ');
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

function stop(why: string): never {
  console.error(why);
  process.exit(2);
}
