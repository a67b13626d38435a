import type { Policy } from '../rules/policy.ts';
import { sendAt } from './contact-hours.ts';
import { replyDueAt } from './reply-due.ts';
import type { Ticket } from './ticket.ts';

/** When the reply may leave, which is that of the tickets merged into it too: in the complainant's contact hours, but never so late that its deadline would be missed. */
export function replySendAt(
  ticket: Ticket,
  merged: readonly Ticket[],
  { policy, bankZone }: Readonly<{ policy: Policy; bankZone: string }>,
  now: Date,
) {
  return sendAt({
    now: now.toISOString(),
    zone: ticket.received?.zone ?? bankZone,
    // Once dialled, what follows the call has the time it needs.
    deadline: ticket.replied ? undefined : replyDueAt(ticket, merged),
    marginMinutes: policy.replyMarginMinutes,
    // Protection and its advice are urgent and went at once; a letter, and the survey after it, wait for the morning.
    urgent: false,
    hours: policy.contactHours,
  });
}
