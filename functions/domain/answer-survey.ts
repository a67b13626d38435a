import { askAppeal } from './appeal.ts';
import type { Desk } from './mark.ts';
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

/** The cardholder rates the round, once, and may ask for a review on the same page. Texts as salted digests. */
export function answerSurvey(ticket: Ticket, desk: Desk, answer: SurveyAnswer): TicketEvent[] {
  const { task, score, reason, comment, appeal, grounds, at } = answer;
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
