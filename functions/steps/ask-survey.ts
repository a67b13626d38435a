import { env } from '../adapters/env.ts';
import { notices } from '../adapters/notices.ts';
import { step, Waiting } from '../adapters/step.ts';
import { stores } from '../adapters/stores.ts';
import { toComplainants } from '../adapters/to-complainants.ts';
import { heldUntil } from '../domain/hold.ts';
import { daysAfter } from '../domain/later.ts';
import { taskNames } from '../domain/tasks.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { TicketEvent } from '../domain/ticket-event.ts';
import { complainantOf } from '../domain/ways.ts';
import { POLICY } from '../rules/policy.ts';
import { SENDING } from '../rules/sending.ts';

const { log, files, links } = stores();
const { BANK_ZONE: zone } = env('BANK_ZONE');
const send = notices({ log, links }, toComplainants());

/**
 * One survey a round, by link, in the complainant's hours: asked at night it is sent by the watch in the morning. The watch
 * reminds once and lets it expire: no answer never counts as satisfied.
 */
export const handler = step(Waiting, async ({ ticket: id, execution, token }, now) => {
  const before = await log.read(id, execution);
  const task = taskNames.survey(before);
  const message = `${task}-asked`;
  const who = { at: now.toISOString(), by: 'ask-survey' };
  const until = heldUntil(before, 'survey', { sending: SENDING, policy: POLICY, zone }, who.at);
  const dueAt = daysAfter(until ? new Date(until) : now, POLICY.survey.expiresAfterDays);
  const opening = ({ tasks }: Ticket): TicketEvent[] =>
    tasks[task] ? [] : [{ type: 'TaskOpened', task, work: 'survey', person: 'complainant', dueAt }];

  if (until && !before.messages[message]) {
    const hold: TicketEvent = { type: 'MessageHeld', message, until, heldFor: 'contact-hours' };
    const isHeld = ({ held, messages }: Ticket) => held[message] !== undefined || messages[message] !== undefined;
    const opened = (now: Ticket) => (isHeld(now) ? [] : [...opening(now), hold]);
    return log.keepToken(await log.decide(before, who, opened, { token }), task, token);
  }
  const { post } = await files.complaint(id);
  const to = complainantOf(post, before);
  const link = { page: 'survey', task, expiresAt: before.tasks[task]?.dueAt ?? dueAt } as const;
  const after = await send(before, { message, purpose: 'survey', ...who, at: now, to, link, with: opening, token });
  await log.keepToken(after, task, token);
});
