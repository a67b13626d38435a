import * as z from 'zod/mini';
import { notices } from '../adapters/notices.ts';
import { OfTicket, step } from '../adapters/step.ts';
import { stores } from '../adapters/stores.ts';
import { toComplainants } from '../adapters/to-complainants.ts';
import { askingFor } from '../domain/extension/decide.ts';
import { carried } from '../domain/extension/lost.ts';
import { afterNotice, noticeAt, noticeOf } from '../domain/extension/tell.ts';
import { daysAfter } from '../domain/later.ts';
import { complainantOf } from '../domain/ways.ts';
import { POLICY } from '../rules/policy.ts';

const { log, files, links } = stores();
const send = notices({ log, links }, toComplainants());
const Input = z.extend(OfTicket, { extension: z.string(), execution: z.string() });

/** Tells the cardholder the new date and why; the date moves in the decision that records the notice as sent. */
export const handler = step(Input, async ({ ticket: id, extension: name, execution }, now) => {
  const at = now.toISOString();
  const ticket = await log.read(id);
  const { dueAt } = carried(ticket, name, execution);
  const message = noticeOf(name);
  const leaves = noticeAt(ticket, name, POLICY, at);
  if (!leaves) return { held: false, until: null };
  if (leaves.heldFor) {
    const { at: until, heldFor } = leaves;
    await log.decide(ticket, { at, by: 'tell-extension' }, ({ held }) =>
      held[message] ? [] : [{ type: 'MessageHeld', message, until, heldFor }],
    );
    return { held: true, until };
  }
  const { post } = await files.complaint(id);
  await send(ticket, {
    message,
    purpose: 'extension-notice',
    by: 'tell-extension',
    at: now,
    to: complainantOf(post, ticket),
    link: { page: 'extension', task: askingFor(name), expiresAt: daysAfter(now, POLICY.letterLinkDays) },
    dueAt,
    with: (current) => (noticeAt(current, name, POLICY, at) ? [] : undefined),
    afterwards: (isSent, _way, current, sentAt) => afterNotice(current, name, sentAt, isSent),
  });
  return { held: false, until: null };
});
