import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ticketLog } from '../functions/adapters/ticket-log.ts';
import { pinnedPack } from '../functions/domain/pinned-pack.ts';
import { type ProofSheet, proofSheet } from '../functions/domain/proof/proof-sheet.ts';
import { BANK_CLOCKS } from '../functions/rules/bank-clocks.ts';
import { CALENDARS } from '../functions/rules/calendars/calendars.ts';
import { PACKS } from '../functions/rules/packs/packs.ts';
import { plain, plainJson } from './plain-output.ts';

const HELP = `npm run proof -- TICKET [--table NAME] [--zone ZONE] [--json]

The proof sheet of a ticket: every date with its derivation, every decision with who made it, in whose place, and
whether a code confirmed it, every notice with time, way, provider's id and outcome, and whether each act was in time.

  --table NAME   the ticket table; else TICKETS_TABLE of the environment, as 'npm run deploy' prints it
  --zone ZONE    of the bank; else that of the ticket's rules
  --json         as data

The AWS account and region are those of your environment (AWS_PROFILE, AWS_REGION; AWS_ENDPOINT_URL for another endpoint).`;

const { values, positionals } = readArguments();
const [ticket] = positionals;
if (values.help || !ticket) {
  console.log(HELP);
  process.exit(values.help ? 0 : 2);
}
const table = values.table ?? process.env.TICKETS_TABLE;
if (!table) stop('name the ticket table: --table NAME, or TICKETS_TABLE in the environment');

const sheet = await made(ticket, table);
if (values.json) console.log(plainJson(sheet));
else console.log(plain(told(sheet)));

async function made(id: string, TableName: string): Promise<ProofSheet> {
  const log = ticketLog(DynamoDBDocumentClient.from(new DynamoDBClient({})), TableName);
  const found = await log.find(id).catch((error: Error) => unread(TableName, error));
  if (found.length === 0) return stop(`the table ${TableName} has no ticket ${id}`);
  const pack = pinnedPack(PACKS, found.received?.pack ?? '');
  const calendar = CALENDARS[pack.calendar];
  if (!calendar) return stop(`no calendar is called ${pack.calendar}`);
  return proofSheet(found, { pack, calendar, zone: values.zone ?? pack.zone, bankClocks: BANK_CLOCKS }, new Date());
}

function told({ ticket: id, pack, receivedAt, holds, erasedAt, clocks, acts, notices }: ProofSheet): string {
  const lines = clocks.flatMap(({ id: clock, round, dueAt, state, settledAt, derivation, agrees, isCertain }) => [
    `${clock} (round ${round}): ${state}, late from ${dueAt}${settledAt ? `, done ${settledAt}` : ''}${agrees ? '' : ', COUNTED ANEW IT DIFFERS'}${isCertain ? '' : ', not certain'}`,
    ...derivation.map((fact) => `    ${fact}`),
  ]);
  const sent = notices.flatMap(({ message, to, outcome, heldUntil, attempts }) => [
    `${message} to ${to}: ${outcome}${heldUntil ? `, held until ${heldUntil}` : ''}`,
    ...attempts.map(
      ({ at, way, providerId, reason, by, writtenAt }) =>
        `    ${at} ${way} ${providerId ?? `failed: ${reason}`}${writtenAt ? `, written down ${writtenAt} by ${by}` : ''}`,
    ),
  ]);
  const decided = acts.map(({ act, task, at, by, level, inPlaceOf, to, confirmed }) =>
    [
      `${at} ${act}${task ? ` of ${task}` : ''} by ${by}${level ? ` (${level})` : ''}`,
      ...inPlaceOf.map((whom) => `in the place of ${whom}`),
      ...(to ? [`to ${to}`] : []),
      confirmed ? `confirmed by ${confirmed}` : 'without a code',
    ].join(', '),
  );
  const record = [
    ...holds.map(({ reason, at, by }) => `on legal hold since ${at}: ${reason}, by ${by}`),
    ...(erasedAt ? [`erased after retention at ${erasedAt}`] : []),
  ];
  return [`${id}, received ${receivedAt}, rules ${pack}`, ...record, '', ...lines, '', ...decided, '', ...sent].join(
    '\n',
  );
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        table: { type: 'string' },
        zone: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    return stop(`${(error as Error).message}; see --help`);
  }
}

/** In one line, what the SDK says, or what is wrong with the log. */
function unread(table: string, { message }: Error): never {
  if (message.startsWith('the log')) return stop(plain(message));
  const said = plain(message).split('\n')[0];
  return stop(
    `the table ${table} could not be read: ${said}; are AWS_REGION, AWS_PROFILE and --table those of the desk?`,
  );
}

function stop(why: string): never {
  console.error(why);
  process.exit(2);
}
