import { isOpen } from '../extension.ts';
import { ExtensionOver, Superseded } from '../refusals.ts';
import type { Extension, Ticket } from '../ticket.ts';
import type { TicketEvent } from '../ticket-event.ts';

type Known = Ticket & Readonly<{ id: string }>;
export type Lost = Readonly<{ execution: string; status: string; attemptsAtMost: number }>;

/** The name of the execution that carries an extension now. */
export const extensionExecution = (id: string, { extension, attempt }: Pick<Extension, 'extension' | 'attempt'>) =>
  `${id}-${extension}-a${attempt}`;

/** The ticket of which an execution of that name carries an extension. */
export const ticketOfExtension = (execution: string): string | undefined =>
  /^([0-9A-Z]{12})-x\d+-a\d+$/.exec(execution)?.[1];

/** The extension that an execution carries, for its steps: refused where another carries it, or it is over. */
export function carried(ticket: Known, id: string, execution: string): Extension {
  const extension = ticket.extensions[id];
  if (!extension || extensionExecution(ticket.id, extension) !== execution) throw new Superseded(execution);
  if (!isOpen(extension)) throw new ExtensionOver(id);
  return extension;
}

/** The extensions that an item of the log begins, or begins again, and that are open still. */
export const begunBy = ({ extensions }: Ticket, events: readonly TicketEvent[]): Extension[] => {
  const named = events.flatMap((event) => {
    if (event.type === 'ExtensionProposed') return [event.extension];
    return event.type === 'ExecutionLost' ? (/-(x\d+)-a\d+$/.exec(event.execution)?.[1] ?? []) : [];
  });
  return Object.values(extensions).filter((one) => named.includes(one.extension) && isOpen(one));
};

/** Its execution ended before its time: another begins, a bounded number of times; then it is void, and people are told. */
export function loseExtension(ticket: Known, { execution, status, attemptsAtMost }: Lost): TicketEvent[] {
  const lost = Object.values(ticket.extensions)
    .filter(isOpen)
    .find((one) => extensionExecution(ticket.id, one) === execution);
  if (!lost) return [];
  if (lost.attempt < attemptsAtMost) return [{ type: 'ExecutionLost', execution, status }];
  return [{ type: 'ExtensionVoid', extension: lost.extension, because: 'lost' }];
}
