import { UnknownCommand } from './refusals.ts';
import type { Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

export type CommandAnswer = Readonly<{
  type: 'CommandCarriedOut' | 'CommandFailed';
  command: string;
  reason?: string | undefined;
}>;

/** What core banking says of a command it was given. The first answer counts; the same again changes nothing. */
export function settleCommand(ticket: Ticket, { type, command, reason }: CommandAnswer): TicketEvent[] {
  const known = Object.hasOwn(ticket.commands, command) ? ticket.commands[command] : undefined;
  if (!known) throw new UnknownCommand(command);
  if (known.state !== 'ordered') return [];
  return type === 'CommandCarriedOut' ? [{ type, command }] : [{ type, command, reason: reason ?? 'no-reason-given' }];
}
