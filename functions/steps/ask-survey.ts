import { mailPort } from '../adapters/mail.ts';
import { notices } from '../adapters/notices.ts';
import { step, Waiting } from '../adapters/step.ts';
import { stores } from '../adapters/stores.ts';
import { daysAfter } from '../domain/later.ts';
import { taskNames } from '../domain/tasks.ts';
import { complainantOf } from '../domain/ways.ts';
import { POLICY } from '../rules/policy.ts';

const { log, files, links } = stores();
const send = notices({ log, links }, mailPort());

/** One survey a round, by link. The watch reminds once and lets it expire: no answer never counts as satisfied. */
export const handler = step(Waiting, async ({ ticket: id, execution, token }, now) => {
  const before = await log.read(id, execution);
  const task = taskNames.survey(before);
  const { post } = await files.complaint(id);
  const dueAt = daysAfter(now, POLICY.survey.expiresAfterDays);
  const after = await send(before, {
    message: `${task}-asked`,
    purpose: 'survey',
    by: 'ask-survey',
    at: now,
    to: complainantOf(post, before),
    link: { page: 'survey', task, expiresAt: dueAt },
    with: ({ tasks }) =>
      tasks[task] ? [] : [{ type: 'TaskOpened', task, work: 'survey', person: 'complainant', dueAt }],
    token,
  });
  await log.keepToken(after, task, token);
});
