import { answeringMerged } from '../adapters/answering-merged.ts';
import { mailPort } from '../adapters/mail.ts';
import { notices } from '../adapters/notices.ts';
import { OfTicket, step } from '../adapters/step.ts';
import { stores } from '../adapters/stores.ts';
import { daysAfter } from '../domain/later.ts';
import { NotReached } from '../domain/refusals.ts';
import { replied, repliedByDesk } from '../domain/replied.ts';
import { complainantOf } from '../domain/ways.ts';
import { POLICY } from '../rules/policy.ts';

const { log, files, links } = stores();
const answerMerged = answeringMerged(log);
const send = notices({ log, links }, mailPort());

/** Sends the notice of the reply, which is that of every ticket merged into this one. Nobody reached: the ticket goes to a person, who dials and lets it go on. */
export const handler = step(OfTicket, async ({ ticket: id, execution }, now) => {
  const before = await log.read(id, execution);
  if (before.replied) return answerMerged(before, { at: now.toISOString(), by: 'send-reply' });

  const message = `r${before.round}-reply`;
  const by = { at: now.toISOString(), by: 'send-reply' };
  const dialled = repliedByDesk(before, message);
  if (dialled) {
    return answerMerged(await log.decide(before, by, ({ replied: known }) => (known ? [] : dialled)), by);
  }
  const { post } = await files.complaint(id);
  const ticket = await send(before, {
    message,
    purpose: 'reply',
    by: by.by,
    at: now,
    to: complainantOf(post, before),
    link: { page: 'letter', expiresAt: daysAfter(now, POLICY.letterLinkDays) },
    afterwards: (isSent, way, current) =>
      isSent && !current.replied && current.round === before.round ? [replied(current, message, way, by.at)] : [],
  });
  if (!ticket.replied) throw new NotReached(message);
  await answerMerged(ticket, by);
});
