import { documents } from '../adapters/clients.ts';
import { env } from '../adapters/env.ts';
import { following } from '../adapters/following.ts';
import { type Link, links } from '../adapters/links.ts';
import { page } from '../adapters/page.ts';
import { roster } from '../adapters/roster.ts';
import { ticketLog } from '../adapters/ticket-log.ts';
import { pinnedPack } from '../domain/pinned-pack.ts';
import { proofSheet } from '../domain/proof/proof-sheet.ts';
import { BANK_CLOCKS } from '../rules/bank-clocks.ts';
import { CALENDARS } from '../rules/calendars/calendars.ts';
import { PACKS } from '../rules/packs/packs.ts';
import { localeOfLink, refuseWhole } from './task-behind.ts';
import { type Proof, proofPage } from './views/proof.ts';

const { BANK_ZONE: zone, TICKETS_TABLE, CASE_FILES_TABLE } = env('BANK_ZONE', 'TICKETS_TABLE', 'CASE_FILES_TABLE');
const db = documents();
const log = ticketLog(db, TICKETS_TABLE);
const find = following({ links: links(db, TICKETS_TABLE), roster: roster(db, CASE_FILES_TABLE) });

/** For supervisors and compliance: every date of a ticket, how it follows, and every notice. `?form=json`: the same as data. */
export const handler = page<Proof>({ page: 'proof', find, open, show: proofPage, data: ({ sheet }) => sheet });

async function open(link: Link, now: Date): Promise<Proof> {
  const ticket = await log.read(link.ticket);
  refuseWhole(ticket, link, now);
  const pack = pinnedPack(PACKS, ticket.received?.pack ?? '');
  const calendar = CALENDARS[pack.calendar];
  if (!calendar) throw new Error(`no calendar is called ${pack.calendar}`);
  const desk = { pack, calendar, zone, bankClocks: BANK_CLOCKS };
  return { locale: localeOfLink(ticket, link), sheet: proofSheet(ticket, desk, now) };
}
