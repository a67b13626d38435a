import * as z from 'zod/mini';
import { deskTables } from '../adapters/desk-tables.ts';
import { env } from '../adapters/env.ts';
import type { Link } from '../adapters/links.ts';
import { page } from '../adapters/page.ts';
import { pageStores } from '../adapters/page-stores.ts';
import { answerSurvey } from '../domain/answer-survey.ts';
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

type Opened = Survey & Readonly<{ salt: string }>;

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
  return { locale: post.locale, id: ticket.id, hotline, task, salt, appeal, round, ways };
}

async function act(survey: Opened, form: Typed, now: Date): Promise<Html | undefined> {
  const { id, salt, task } = survey;
  if (task.closed) throw new TaskClosed(task.id);
  // Masked first, both as one: a mask may be longer than the number, which may go on in the other field.
  const { data, faults } = parsed(SurveyForm, maskPost(form));
  if (!data) return surveyPage(survey, form, faults);

  const { comment, grounds = '' } = data;
  const given = {
    task: task.id,
    score: Number(data.score),
    reason: data.reason || undefined,
    comment: comment ? await files.write(id, salt, { text: comment }) : undefined,
    // Whoever gives grounds asks for a review, ticked or not.
    appeal: data.appeal === 'yes' || grounds !== '',
    grounds: grounds ? await files.write(id, salt, { text: grounds }) : undefined,
    at: now.toISOString(),
  };
  await log.decide(id, { at: given.at, by: 'complainant' }, (ticket) => answerSurvey(ticket, tablesOf(ticket), given));
}
