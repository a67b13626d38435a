import { env } from '../adapters/env.ts';
import { notices } from '../adapters/notices.ts';
import { step, Waiting } from '../adapters/step.ts';
import { stores } from '../adapters/stores.ts';
import { toComplainants } from '../adapters/to-complainants.ts';
import { hoursAfter } from '../domain/later.ts';
import { localDate } from '../domain/local-time.ts';
import { protect } from '../domain/protect.ts';
import { complainantOf } from '../domain/ways.ts';
import { COMPLAINT_DESK } from '../rules/departments.ts';
import { POLICY } from '../rules/policy.ts';

const { log, files, links, roster } = stores();
const send = notices({ log, links }, toComplainants());
const { BANK_ZONE } = env('BANK_ZONE');

/** Asks the card system to protect the card. Asked a second time, it has not answered: the duty officer is called too. */
export const handler = step(Waiting, async ({ ticket: id, execution, token }, now) => {
  const by = { at: now.toISOString(), by: 'protect-card' };
  const due = hoursAfter(now, POLICY.protectWithinMinutes / 60);
  const before = await log.read(id, execution);
  const { task, isAskedAgain } = protect(before, due);
  const ticket = await log.decide(before, by, (now) => protect(now, due).events, { token });
  await log.keepToken(ticket, task, token);

  if (isAskedAgain) {
    const officer = await roster.find({
      role: 'duty',
      department: COMPLAINT_DESK,
      ticket: id,
      day: localDate(by.at, BANK_ZONE),
    });
    const calls = Object.values(ticket.messages).filter(({ purpose }) => purpose === 'duty-call').length;
    const to = { person: officer.id, phone: officer.phone, locale: officer.locale };
    await send(ticket, { message: `${task}-duty-${calls + 1}`, purpose: 'duty-call', by: by.by, at: now, to });
    return;
  }
  const { post } = await files.complaint(id);
  const to = complainantOf(post, ticket);
  await send(ticket, { message: `${task}-advice`, purpose: 'security-advice', by: by.by, at: now, to });
});
