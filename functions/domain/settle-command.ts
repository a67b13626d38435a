import * as z from 'zod/mini';
import { maskCards } from './mask-cards.ts';
import { UnknownCommand } from './refusals.ts';
import type { Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

/** The detail of CommandCarriedOut and CommandFailed on the bus, from source `core-banking`. `reason`: a code, of a failure. */
export const CommandAnswered = z.object({
  ticket: z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{12}$/)),
  command: z.string().check(z.regex(/^[a-z0-9-]{1,120}$/)),
  reason: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_.-]{1,60}$/))),
});

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
  return type === 'CommandCarriedOut'
    ? [{ type, command }]
    : [{ type, command, reason: maskCards(reason ?? 'no-reason-given') }];
}
