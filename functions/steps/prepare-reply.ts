import { allMerged } from '../adapters/answering-merged.ts';
import { env } from '../adapters/env.ts';
import { OfTicket, step } from '../adapters/step.ts';
import { stores } from '../adapters/stores.ts';
import type { Logged } from '../adapters/ticket-log.ts';
import { Proposal, Text } from '../domain/case-file.ts';
import { pinnedPack } from '../domain/pinned-pack.ts';
import { replySendAt } from '../domain/prepare-reply.ts';
import { ReplyGateRefused } from '../domain/refusals.ts';
import { letterMessage, replyMessage } from '../domain/reply-act.ts';
import { lacks } from '../domain/reply-gate.ts';
import { taskNames } from '../domain/tasks.ts';
import type { TicketEvent } from '../domain/ticket-event.ts';
import { writeLetter } from '../domain/write-letter.ts';
import { ANSWER_LIBRARY } from '../rules/answer-library.ts';
import { PACKS } from '../rules/packs/packs.ts';
import { POLICY } from '../rules/policy.ts';

const { log, files } = stores();
const { BANK_ZONE } = env('BANK_ZONE');
const hours = { policy: POLICY, bankZone: BANK_ZONE };
const merged = allMerged(log);

/** Writes the letter, lets it through the reply gate or refuses it by name, and says when it may leave. */
export const handler = step(OfTicket, async ({ ticket: id, execution }, now) => {
  const before = await log.read(id, execution);
  if (before.reply) return { sendAt: await heldAgain(before, before.reply.sendAt, now) };

  const { salt, post } = await files.complaint(id);
  const made = before.proposals.at(-1);
  const given = before.tasks[taskNames.answer(before)]?.findings;
  const proposal = made && (await files.read(id, made.proposal, Proposal));
  const answer = given ? await files.read(id, given, Text) : undefined;
  const tables = { library: ANSWER_LIBRARY, pack: pinnedPack(PACKS, before.received?.pack ?? ''), policy: POLICY };
  const letter = writeLetter(before, { post, proposal, answer: answer?.text, ...tables, now });

  const missing = before.received?.kind === 'complaint' ? lacks(letter, post.demands) : [];
  const by = { at: now.toISOString(), by: 'prepare-reply' };
  if (missing.length > 0) {
    await log.decide(before, by, () => [{ type: 'ReplyGateRefused', lacks: missing }]);
    throw new ReplyGateRefused(missing.join(', '));
  }
  const name = await files.write(id, salt, letter);
  const { at: sendAt, heldFor } = replySendAt(before, await merged(before), hours, now);
  const ticket = await log.decide(before, by, ({ reply }) =>
    reply
      ? []
      : [
          { type: 'ReplyPrepared', letter: name, sendAt, ...(heldFor && { heldFor }) },
          ...(heldFor ? [held(before, sendAt)] : []),
        ],
  );
  return { sendAt: ticket.reply?.sendAt ?? sendAt };
});

/** What was prepared before, and comes by again after a call or a person's help, still finds its hour. */
async function heldAgain(before: Logged, planned: string, now: Date): Promise<string> {
  const { at, heldFor } = replySendAt(before, await merged(before), hours, now);
  if (!heldFor || at <= planned) return planned > at ? planned : at;
  await log.decide(before, { at: now.toISOString(), by: 'prepare-reply' }, () => [held(before, at)]);
  return at;
}

const held = (ticket: Logged, until: string): TicketEvent => ({
  type: 'MessageHeld',
  message: ticket.replied ? letterMessage(ticket) : replyMessage(ticket),
  until,
  heldFor: 'contact-hours',
});
