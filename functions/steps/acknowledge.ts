import { notices } from '../adapters/notices.ts';
import { OfTicket, step } from '../adapters/step.ts';
import { stores } from '../adapters/stores.ts';
import { toComplainants } from '../adapters/to-complainants.ts';
import { workDue } from '../adapters/work-due.ts';
import { isEnded } from '../domain/ended.ts';
import { replyDueAt } from '../domain/reply-due.ts';
import { complainantOf } from '../domain/ways.ts';

const { log, files, links } = stores();
const send = notices({ log, links }, toComplainants());
const dueAt = workDue();

/** Tells the complainant: accepted, what happens next, by when, how to reach us. Or: declined, and how to be authorised. */
export const handler = step(OfTicket, async ({ ticket: id, execution }, now) => {
  const ticket = await log.read(id, execution);
  if (isEnded(ticket)) return { declined: ticket.declined };
  const { post } = await files.complaint(id);
  const mayComplain = ticket.received?.standing !== 'none';
  const promised = dueAt(ticket, 'department', now);

  const after = await send(ticket, {
    message: `r${ticket.round}-acknowledgement`,
    purpose: mayComplain ? 'acknowledgement' : 'declined',
    by: 'acknowledge',
    at: now,
    to: complainantOf(post, ticket),
    dueAt: replyDueAt(ticket) ?? promised,
    with: ({ declined }) => (mayComplain || declined ? [] : [{ type: 'Declined', reason: 'no-standing' }]),
  });
  return { declined: after.declined };
});
