import type { Desk } from '../domain/mark.ts';
import { pinnedPack } from '../domain/pinned-pack.ts';
import type { Ticket } from '../domain/ticket.ts';
import { BANK_CLOCKS } from '../rules/bank-clocks.ts';
import { CALENDARS } from '../rules/calendars/calendars.ts';
import { COMPLAINT_DESK } from '../rules/departments.ts';
import { ESCALATION } from '../rules/escalation.ts';
import { PACKS } from '../rules/packs/packs.ts';
import { POLICY } from '../rules/policy.ts';
import { PROGRESS } from '../rules/progress.ts';

/** The tables that a ticket's dates follow from: the bank's of today, and the law's as the ticket has pinned it. */
export const deskTables =
  (zone: string) =>
  ({ received }: Pick<Ticket, 'received'>): Desk => {
    const pack = pinnedPack(PACKS, received?.pack ?? '');
    const calendar = CALENDARS[pack.calendar];
    if (!calendar)
      throw new Error(`no calendar is called ${pack.calendar}: see functions/rules/calendars/calendars.ts`);
    return {
      ...{ policy: POLICY, bankClocks: BANK_CLOCKS, escalation: ESCALATION, complaintDesk: COMPLAINT_DESK },
      ...{ progress: PROGRESS, calendar, zone, pack },
    };
  };
