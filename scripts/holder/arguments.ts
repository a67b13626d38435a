import { parseArgs } from 'node:util';
import { HoldReason } from '../../functions/domain/record-events.ts';
import { RosterId } from '../../functions/domain/roster.ts';
import { plain } from '../plain-output.ts';
import type { Names } from './place.ts';

export const ACTS = ['find', 'export', 'erase', 'hold', 'release'] as const;
export type Act = (typeof ACTS)[number];

export const HELP = `npm run holder -- ACT (--ticket ID … | --phone NUMBER | --account REFERENCE) [options]

What the bank keeps of one cardholder.

  find       the numbers of their tickets
  export     all of it as JSON: posts, texts, letters, messages, and what was refused
  erase      lists what would go, ticket by ticket; with --yes it goes. Only of tickets whose retention is over and that
             nobody holds. The events stay, with digests that nobody can open any more
  hold       keeps tickets beyond their time, for --reason; release ends that

  --ticket ID          may be given several times
  --phone NUMBER       in E.164 (+8613100000001); as --account, it reads the whole table of case files once
  --reason CODE        ${HoldReason.options.join(', ')}
  --by ID              whose decision it is: an id of the roster or of an operator, never a name; for erase, hold, release
  --yes                erase
  --tickets-table NAME, --case-files-table NAME, --archive-bucket NAME
                       else TICKETS_TABLE, CASE_FILES_TABLE, ARCHIVE_BUCKET of the environment, as 'npm run deploy' prints
                       them

Exit code 0: done; 1: something is not due yet, held, or unknown; 2: not understood.
The AWS account and region are those of your environment (AWS_PROFILE, AWS_REGION; AWS_ENDPOINT_URL for another endpoint).`;

export type Asked = Readonly<{
  act: Act;
  tickets: readonly string[];
  phone?: string | undefined;
  account?: string | undefined;
  reason?: HoldReason | undefined;
  by: string;
  yes: boolean;
  names: Names;
}>;

/** What was asked for; whatever is missing is said, and nothing done. */
export function asked(): Asked {
  const { values, positionals } = given();
  if (values.help || positionals.length === 0) {
    console.log(HELP);
    process.exit(values.help ? 0 : 2);
  }
  const act = ACTS.find((one) => one === positionals[0]) ?? stop(`${positionals[0]} is none of: ${ACTS.join(', ')}`);
  const { ticket: tickets = [], phone, account } = values;
  if (tickets.length === 0 && !phone && !account) stop('say whose: --ticket, --phone or --account');
  if (phone && !/^\+[1-9]\d{6,14}$/.test(phone)) stop('--phone is not an E.164 number, such as +8613100000001');
  const reason = HoldReason.safeParse(values.reason).data;
  if ((act === 'hold' || act === 'release') && !reason) stop(`--reason is one of: ${HoldReason.options.join(', ')}`);
  const isDecided = act === 'hold' || act === 'release' || (act === 'erase' && values.yes);
  if (isDecided && !RosterId.safeParse(values.by).success) stop('say whose decision it is: --by, an id, never a name');
  const { TICKETS_TABLE, CASE_FILES_TABLE, ARCHIVE_BUCKET } = process.env;
  const names = {
    tickets: values['tickets-table'] ?? TICKETS_TABLE ?? stop('name the ticket table: --tickets-table'),
    caseFiles: values['case-files-table'] ?? CASE_FILES_TABLE ?? stop('name the case-file table: --case-files-table'),
    archive: values['archive-bucket'] ?? ARCHIVE_BUCKET ?? stop('name the archive: --archive-bucket'),
  };
  return { act, tickets, phone, account, reason, by: values.by ?? '', yes: values.yes ?? false, names };
}

function given() {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        ticket: { type: 'string', multiple: true },
        ...{ phone: text, account: text, reason: text, by: text },
        ...{ 'tickets-table': text, 'case-files-table': text, 'archive-bucket': text },
        yes: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    return stop(`${(error as Error).message}; see --help`);
  }
}

export function stop(why: string): never {
  console.error(plain(why));
  process.exit(2);
}
