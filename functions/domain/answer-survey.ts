import { askAppeal } from './appeal.ts';
import type { Desk } from './mark.ts';
import { roundNumbered, roundOf } from './rounds.ts';
import { openTask } from './tasks.ts';
import type { Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

export type SurveyAnswer = Readonly<{
  task: string;
  score: number;
  reason?: string | undefined;
  comment?: string | undefined;
  appeal: boolean;
  grounds?: string | undefined;
  at: string;
}>;

/**
 * The cardholder rates the round, once, and may ask for a review on the same page. Texts as salted digests. The same answer
 * that comes again, as from a second tap, is no other.
 */
export function answerSurvey(ticket: Ticket, desk: Desk, answer: SurveyAnswer): TicketEvent[] {
  const { task, score, reason, comment, appeal, grounds, at } = answer;
  if (isAnsweredSo(ticket, answer)) return [];
  openTask(ticket, task, 'survey');
  const answered: TicketEvent = {
    type: 'SurveyAnswered',
    task,
    score,
    ...(reason && { reason }),
    ...(comment && { comment }),
  };
  return appeal ? [answered, ...askAppeal(ticket, desk, { via: 'survey', task, grounds, at })] : [answered];
}

/** Whether the log has this very answer. */
export function isAnsweredSo(ticket: Ticket, { task, score, reason, comment, appeal, grounds }: SurveyAnswer): boolean {
  const round = roundNumbered(ticket, roundOf(task));
  const said = round?.survey;
  if (said?.task !== task || said.score !== score || (said.reason ?? '') !== (reason ?? '')) return false;
  const asked = round?.appeal?.task === task ? round.appeal : undefined;
  const isAsked = asked ? appeal && asked.grounds === grounds : !appeal || round?.appealRefused !== undefined;
  return isAsked && said.comment === comment;
}
