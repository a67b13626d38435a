import type { Context } from 'hono';
import { LINK_PAGES } from '../../functions/adapters/link-pages.ts';
import { localDate } from '../../functions/domain/local-time.ts';
import type { Role } from '../../functions/domain/roster.ts';
import { COMPLAINT_DESK } from '../../functions/rules/departments.ts';
import type { Desk } from '../demo/desk.ts';
import type { Bank } from './bank.ts';
import type { WholeTables } from './whole-tables.ts';

const LINK_HOURS = 4;

/** Opens a page of the desk as somebody who holds a role of it, by a link of their own as the desk would send it. */
export const openAs = (desk: Desk, tables: WholeTables, bank: Bank) => {
  return async (c: Context, role: Role, page: 'desk' | 'proof', task?: string): Promise<Response> => {
    const { cloud } = desk;
    const ticket = c.req.param('ticket') ?? '';
    const day = localDate(cloud.now().toISOString(), bank.zone);
    const sentAt = cloud.now().toISOString();
    const expiresAt = new Date(cloud.now().getTime() + LINK_HOURS * 3_600_000).toISOString();
    const { id: person } = await desk.roster.find({ role, department: COMPLAINT_DESK, ticket, day });
    const { token } = await tables.links.mint({
      ...{ page, ticket, ...(task && { task }), person, sentAt, expiresAt },
    });
    return c.redirect(`${cloud.url}/${LINK_PAGES[page]}/${token}`, 303);
  };
};
