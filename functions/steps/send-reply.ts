import { answeringMerged } from '../adapters/answering-merged.ts';
import { notices } from '../adapters/notices.ts';
import { OfTicket, step } from '../adapters/step.ts';
import { stores } from '../adapters/stores.ts';
import { toComplainants } from '../adapters/to-complainants.ts';
import type { Way } from '../domain/complaint-posted.ts';
import { daysAfter } from '../domain/later.ts';
import { ByPhone, LogMovedOn, NotReached } from '../domain/refusals.ts';
import { replied, repliedByDesk } from '../domain/replied.ts';
import { letterMessage, letterWays, meanToCall, replyAct, replyMessage } from '../domain/reply-act.ts';
import type { Ticket } from '../domain/ticket.ts';
import { complainantOf, ways } from '../domain/ways.ts';
import { POLICY } from '../rules/policy.ts';

const { log, files, links } = stores();
const answerMerged = answeringMerged(log);
const complainants = toComplainants();
const send = notices({ log, links }, complainants);

/**
 * Sends the notice of the reply, which is that of every ticket merged into this one; or asks for a call by name. Nobody
 * reached: the ticket goes to a person, who lets it go on.
 */
export const handler = step(OfTicket, async ({ ticket: id, execution }, now) => {
  const before = await log.read(id, execution);
  const message = replyMessage(before);
  const who = { at: now.toISOString(), by: 'send-reply' };
  const dialled = repliedByDesk(before, message);
  if (dialled) {
    return answerMerged(await log.decide(before, who, ({ replied: known }) => (known ? [] : dialled)), who);
  }

  const { post } = await files.complaint(id);
  const to = complainantOf(post, before);
  const open = ways(to).filter((way) => way !== 'e-mail' || complainants.writesMails);
  const next = (ticket: Ticket) => replyAct(ticket, open, POLICY.callsAtMost);
  const link = { page: 'letter', expiresAt: daysAfter(now, POLICY.letterLinkDays) } as const;
  const notice = { purpose: 'reply', ...who, at: now, to, link } as const;

  const first = next(before);
  let ticket = before;
  if (first === 'letter') {
    ticket = await send(before, { ...notice, message: letterMessage(before), only: letterWays(before, open) });
  } else if (first === 'write') {
    const afterwards = (isSent: boolean, way: Way, current: Ticket, sentAt: string) =>
      isSent && !current.replied && current.round === before.round ? [replied(current, message, way, sentAt)] : [];
    ticket = await send(before, { ...notice, message, afterwards });
  }
  const act = next(ticket);
  if (act === 'done') return answerMerged(ticket, who);
  if (act === 'nobody') throw new NotReached(message);
  // Another run of this step is sending just now: what comes of it is seen when this one is tried again.
  if (act !== 'call') throw new LogMovedOn(id);
  await log.decide(ticket, who, (current) =>
    current.round === before.round && next(current) === 'call' ? meanToCall(current) : [],
  );
  throw new ByPhone(message);
});
