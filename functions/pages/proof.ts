import { documents } from '../adapters/clients.ts';
import { env } from '../adapters/env.ts';
import { type Link, links } from '../adapters/links.ts';
import { page } from '../adapters/page.ts';
import { LinkGone } from '../adapters/page-refusals.ts';
import { ticketLog } from '../adapters/ticket-log.ts';
import { pinnedPack } from '../domain/pinned-pack.ts';
import { proofSheet } from '../domain/proof/proof-sheet.ts';
import { BANK_CLOCKS } from '../rules/bank-clocks.ts';
import { CALENDARS } from '../rules/calendars/calendars.ts';
import { PACKS } from '../rules/packs/packs.ts';
import { localeOfLink } from './task-behind.ts';
import { type Proof, proofPage } from './views/proof.ts';

const { BANK_ZONE: zone, TICKETS_TABLE } = env('BANK_ZONE', 'TICKETS_TABLE');
const log = ticketLog(documents(), TICKETS_TABLE);
const { find } = links(documents(), TICKETS_TABLE);

/** For supervisors and compliance: every date of a ticket, how it follows, and every notice. `?form=json`: the same as data. */
export const handler = page<Proof>({ path: '/p/{token}', find, open, show: proofPage, data: ({ sheet }) => sheet });

async function open(link: Link, now: Date): Promise<Proof> {
  if (link.person === 'complainant') throw new LinkGone();
  const ticket = await log.read(link.ticket);
  const pack = pinnedPack(PACKS, ticket.received?.pack ?? '');
  const calendar = CALENDARS[pack.calendar];
  if (!calendar) throw new Error(`no calendar is called ${pack.calendar}`);
  const desk = { pack, calendar, zone, bankClocks: BANK_CLOCKS };
  return { locale: localeOfLink(ticket, link), sheet: proofSheet(ticket, desk, now) };
}
