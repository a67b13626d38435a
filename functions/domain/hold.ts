import type { Policy } from '../rules/policy.ts';
import type { Sending } from '../rules/sending.ts';
import { sendAt } from './contact-hours.ts';
import type { Purpose } from './event-words.ts';
import { replyDueAt } from './reply-due.ts';
import type { Ticket } from './ticket.ts';

export type Holding = Readonly<{ sending: Sending; policy: Policy; zone: string }>;

/** Until when a message to the complainant waits for the hours in which they may be disturbed; nothing: it leaves now. */
export function heldUntil(ticket: Ticket, purpose: Purpose, { sending, policy, zone }: Holding, now: string) {
  const leaves = sending.rows.find(([, message]) => message === purpose || message === '*')?.[2];
  const isDue = leaves === 'before-date' && !ticket.replied;
  const { at, heldFor } = sendAt({
    now,
    zone: ticket.received?.zone ?? zone,
    deadline: isDue ? replyDueAt(ticket) : undefined,
    marginMinutes: policy.replyMarginMinutes,
    urgent: leaves === 'at-once',
    hours: policy.contactHours,
  });
  return heldFor && at;
}
