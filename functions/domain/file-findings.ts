import { openTask } from './tasks.ts';
import type { Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

export type Filing = Readonly<{
  task: string;
  by: string;
  findings: string;
  totalMinor: number;
}>;

/** A department files what it found. `findings`: salted digest of the case file's part; `totalMinor`: what its remedies cost. */
export function fileFindings(ticket: Ticket, filing: Filing): TicketEvent[] {
  const { task, by, findings, totalMinor } = filing;
  openTask(ticket, task, 'investigate', by);
  return [{ type: 'FindingsFiled', task, findings, totalMinor }];
}

/** The light path's owner answers an inquiry, a suggestion or praise. */
export function giveAnswer(
  ticket: Ticket,
  { task, by, answer }: { task: string; by: string; answer: string },
): TicketEvent[] {
  openTask(ticket, task, 'answer', by);
  return [{ type: 'AnswerGiven', task, answer }];
}
