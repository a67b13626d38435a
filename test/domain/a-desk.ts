import type { Desk } from '../../functions/domain/mark.ts';
import { BANK_CLOCKS } from '../../functions/rules/bank-clocks.ts';
import { CALENDARS } from '../../functions/rules/calendars/calendars.ts';
import { COMPLAINT_DESK } from '../../functions/rules/departments.ts';
import { ESCALATION } from '../../functions/rules/escalation.ts';
import { CN } from '../../functions/rules/packs/cn.ts';
import type { Pack } from '../../functions/rules/packs/pack.ts';
import { POLICY } from '../../functions/rules/policy.ts';
import { PROGRESS } from '../../functions/rules/progress.ts';

/** The desk of a bank under this pack, with its tables as they are. */
export const deskOf = (pack: Pack): Desk => ({
  policy: POLICY,
  bankClocks: BANK_CLOCKS,
  calendar: CALENDARS[pack.calendar] ?? { ...BANK_CLOCKS, rows: [], published: { from: 1, until: 1 } },
  escalation: ESCALATION,
  progress: PROGRESS,
  complaintDesk: COMPLAINT_DESK,
  zone: pack.zone,
  pack,
});
export const DESK = deskOf(CN);
