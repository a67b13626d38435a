import * as z from 'zod/mini';
import { deskTables } from '../adapters/desk-tables.ts';
import { digest } from '../adapters/digest.ts';
import { env } from '../adapters/env.ts';
import type { Link } from '../adapters/links.ts';
import { page } from '../adapters/page.ts';
import { pageStores } from '../adapters/page-stores.ts';
import { answerSurvey, isAnsweredSo, type SurveyAnswer } from '../domain/answer-survey.ts';
import { appealWindow } from '../domain/appeal.ts';
import { outsideWays } from '../domain/further-ways.ts';
import { maskPost } from '../domain/mask-post.ts';
import { TaskClosed } from '../domain/refusals.ts';
import { roundNumbered, roundOf } from '../domain/rounds.ts';
import { parsed, perhapsWritten, type Typed } from './form.ts';
import { SurveyReason } from './survey-reasons.ts';
import { taskBehind } from './task-behind.ts';
import type { Html } from './views/layout.ts';
import { type Survey, surveyPage } from './views/survey.ts';

const { HOTLINE: hotline, BANK_ZONE } = env('HOTLINE', 'BANK_ZONE');
const tablesOf = deskTables(BANK_ZONE);
const { log, links, files, may } = pageStores();

const SurveyForm = z.object({
  score: z.enum(['1', '2', '3', '4', '5']),
  reason: z.union([SurveyReason, z.literal('')]),
  comment: perhapsWritten(2_000),
  appeal: z.optional(z.string()),
  grounds: perhapsWritten(2_000),
});

type Opened = Survey & Readonly<{ salt: string; isSaid: (answer: SurveyAnswer) => boolean }>;

/** One rating a round, and the appeal on the same page. */
export const handler = page<Opened>({
  page: 'survey',
  find: links.find,
  open,
  show: (survey) => surveyPage(survey),
  act,
  may,
});

async function open(link: Link, now: Date): Promise<Opened> {
  const ticket = await log.read(link.ticket);
  const task = taskBehind(ticket, link, ['survey'], now);
  const { salt, post } = await files.complaint(ticket.id);
  const rules = tablesOf(ticket);
  const appeal = appealWindow(ticket, rules, now.toISOString()).state;
  const round = roundNumbered(ticket, roundOf(task.id));
  const ways = outsideWays(rules.pack);
  const isSaid = (answer: SurveyAnswer) => isAnsweredSo(ticket, answer);
  return { locale: post.locale, id: ticket.id, hotline, task, salt, appeal, round, ways, isSaid };
}

/** Nothing is kept of an answer that comes too late; the one that is on record is shown again to whoever tapped twice. */
async function act(survey: Opened, form: Typed, now: Date): Promise<Html | undefined> {
  const { id, salt, task, isSaid } = survey;
  // Masked first, both as one: a mask may be longer than the number, which may go on in the other field.
  const { data, faults } = parsed(SurveyForm, maskPost(form));
  const given = data && answerOf(data, survey, now);
  if (task.closed) {
    if (given && isSaid(given)) return;
    throw new TaskClosed(task.id);
  }
  if (!given) return surveyPage(survey, form, faults);
  for (const text of [data.comment, data.grounds]) if (text) await files.write(id, salt, { text });
  await log.decide(id, { at: given.at, by: 'complainant' }, (ticket) => answerSurvey(ticket, tablesOf(ticket), given));
}

function answerOf(data: z.infer<typeof SurveyForm>, { salt, task }: Opened, now: Date): SurveyAnswer {
  const { score, reason, comment, appeal, grounds } = data;
  const digestOf = (text: string | undefined) => (text ? digest(salt, { text }) : undefined);
  return {
    task: task.id,
    score: Number(score),
    reason: reason || undefined,
    comment: digestOf(comment),
    // Whoever gives grounds asks for a review, ticked or not.
    appeal: appeal === 'yes' || (grounds ?? '') !== '',
    grounds: digestOf(grounds),
    at: now.toISOString(),
  };
}
