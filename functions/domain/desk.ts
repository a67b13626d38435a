import type { Severity } from './event-words.ts';
import { openTask } from './tasks.ts';
import type { Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

export type Route = Readonly<{
  task: string;
  by: string;
  lead: string;
  supporting: readonly string[];
  category: string;
  severity: Severity;
}>;

/** The triage desk decides where a ticket goes that no rule could route. */
export function route(ticket: Ticket, { task, by, lead, supporting, category, severity }: Route): TicketEvent[] {
  openTask(ticket, task, 'route', by);
  const others = supporting.filter((department) => department !== lead);
  return [{ type: 'Routed', task, lead, supporting: [...new Set(others)], category, severity }];
}

/** The triage desk lets a parked ticket go on (`reason`: salted digest of the note); the way begins at the top. */
export function resume(
  ticket: Ticket,
  { task, by, reason }: { task: string; by: string; reason: string },
): TicketEvent[] {
  const { error, level } = openTask(ticket, task, 'parked', by);
  const isSilence = error === 'NotCarriedOut' || (error === 'States.Timeout' && level === 'Carry out remedies');
  return [{ type: 'Resumed', task, reason }, ...(isSilence ? orderedAgain(ticket) : [])];
}

/** Commands that core banking never answered, under their old names: it carries out each once, however often it is told. */
function orderedAgain({ commands }: Ticket): TicketEvent[] {
  return Object.values(commands)
    .filter(({ state }) => state === 'ordered')
    .map(({ id: command, action, task, amountMinor }) => ({
      type: 'CommandOrdered',
      command,
      action,
      task,
      ...(amountMinor !== undefined && { amountMinor }),
    }));
}
