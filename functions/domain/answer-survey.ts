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
}>;

/** The cardholder rates the round, once, and may ask for an appeal on the same page. Texts as salted digests. */
export function answerSurvey(
  ticket: Ticket,
  { task, score, reason, comment, appeal, grounds }: SurveyAnswer,
): TicketEvent[] {
  openTask(ticket, task, 'survey');
  const answered: TicketEvent = {
    type: 'SurveyAnswered',
    task,
    score,
    ...(reason && { reason }),
    ...(comment && { comment }),
  };
  return appeal ? [answered, { type: 'AppealAsked', task, ...(grounds && { grounds }) }] : [answered];
}
