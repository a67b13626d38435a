import type { Logged } from '../functions/adapters/ticket-log.ts';
import { Erased, OnLegalHold, StillRetained } from '../functions/domain/refusals.ts';
import { type Asked, asked } from './holder/arguments.ts';
import { eraseAll, type Going, going } from './holder/erase.ts';
import { exported } from './holder/export.ts';
import { ticketsOf } from './holder/find.ts';
import { liftHoldOn, setHoldOn } from './holder/hold.ts';
import { place } from './holder/place.ts';
import { plain, plainJson } from './plain-output.ts';

const what = asked();
const records = place(what.names);
const now = new Date();
const say = (line: string) => console.log(plain(line));

const named = what.phone || what.account ? await ticketsOf(records, what) : [];
const tickets = [...new Set([...what.tickets, ...named])];
if (what.act === 'find') for (const id of tickets) say(id);
else if (what.act === 'export') await exportAll();
else for (const id of tickets) await told(id);
if (tickets.length === 0) say('no ticket of theirs is known');

async function exportAll(): Promise<void> {
  const all = [];
  for (const id of tickets) {
    const ticket = await records.log.find(id);
    if (ticket.length > 0) all.push(await exported(records, ticket));
    else missing(id);
  }
  console.log(plainJson(all));
}

/** One ticket after the other: what cannot be done with one does not keep the next from it. */
async function told(id: string): Promise<void> {
  const ticket = await records.log.find(id);
  if (ticket.length === 0) return missing(id);
  try {
    say(`${id}: ${await done(ticket, what)}`);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    process.exitCode = 1;
    say(`${id}: not ${what.act === 'erase' ? 'erased' : 'held'}: ${reasonOf(error)}`);
  }
}

async function done(ticket: Logged, { act, yes, by, reason }: Asked): Promise<string> {
  if (act === 'hold' && reason)
    return `held for ${reason}; ${await setHoldOn(records, ticket, { reason, by, now })} objects locked`;
  if (act === 'release' && reason)
    return `no longer held for ${reason}; ${await liftHoldOn(records, ticket, { reason, by, now })} objects unlocked`;
  const gone = await going(records, ticket, now);
  if (!yes) return `would go: ${listed(gone)}\nnothing was erased; --yes and --by erase it`;
  await eraseAll(records, ticket, gone, { by, now });
  return `erased: ${listed(gone)}`;
}

function listed({ archived, ofTickets, ofCases }: Going): string {
  return [
    `${ofCases.length + ofTickets.length} items, ${archived.length} archived objects`,
    ...[...ofCases, ...ofTickets].map(({ pk, sk }) => `  ${pk} ${sk}`),
    ...archived.map(({ key, version }) => `  ${key} version ${version}`),
  ].join('\n');
}

function missing(id: string): void {
  process.exitCode = 1;
  console.error(plain(`${id}: the table ${what.names.tickets} has no such ticket`));
}

function isRefusal(error: unknown): error is Error {
  return error instanceof StillRetained || error instanceof OnLegalHold || error instanceof Erased;
}

function reasonOf(error: Error): string {
  return error instanceof OnLegalHold ? `it is held for ${error.message}` : error.message;
}
