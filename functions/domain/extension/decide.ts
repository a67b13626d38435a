import type { Policy } from '../../rules/policy.ts';
import { clockOf } from '../extension.ts';
import { atWork, excludedFrom, principals, refuseActors } from '../four-eyes.ts';
import { epochOf, isoOf } from '../local-time.ts';
import { ExtensionTooLate, SamePersonTwice, UnknownTask } from '../refusals.ts';
import { runningClock } from '../running-clock.ts';
import { openTask } from '../tasks.ts';
import type { Extension, Task, Ticket } from '../ticket.ts';
import type { TicketEvent } from '../ticket-event.ts';

/** `reason`: salted digest of what was written; refusing needs one. */
export type Deciding = Readonly<{
  task: string;
  by: string;
  at: string;
  reason?: string | undefined;
}>;

/** The level that the rule names agrees. The date does not move by this: the complainant must be told first. */
export function approveExtension(ticket: Ticket, deciding: Deciding): TicketEvent[] {
  const { extension } = decidedOn(ticket, deciding);
  const { task, reason } = deciding;
  return [{ type: 'ExtensionApproved', extension, task, ...(reason && { reason }) }];
}

export function refuseExtension(ticket: Ticket, deciding: Deciding & Readonly<{ reason: string }>): TicketEvent[] {
  const { extension } = decidedOn(ticket, deciding);
  const { task, reason } = deciding;
  return [{ type: 'ExtensionRefused', extension, task, reason }];
}

/** Until when somebody decides: in the time that the bank gives, and so that the complainant can still be told in time. */
export function askedBy({ from }: Extension, policy: Policy, now: string): string {
  const usual = epochOf(now) + policy.extendWithinHours * HOUR;
  const last = epochOf(from) - policy.replyMarginMinutes * MINUTE;
  return isoOf(Math.max(Math.min(usual, last), epochOf(now)));
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** `x1-ask` asks for x1. */
export const askingFor = (extension: string): string => `${extension}-ask`;

export function extensionOf(ticket: Ticket, { id }: Pick<Task, 'id'>): Extension {
  const extension = ticket.extensions[id.replace(/-ask$/, '')];
  if (!extension) throw new UnknownTask(id);
  return extension;
}

/** Who may not be asked: whoever has worked on the ticket, or is at work on it, and whoever asks for the time. */
export const excludedFromDeciding = (ticket: Ticket, { by }: Pick<Extension, 'by'>): string[] => [
  ...excludedFrom(ticket, 'extend'),
  ...atWork(ticket),
  by,
];

/** Four eyes hold here too: neither whoever asks for the time, nor whoever has worked on the ticket or is at it, gives it. */
function decidedOn(ticket: Ticket, { task: id, by, at }: Deciding): Extension {
  const task = openTask(ticket, id, 'extend', by);
  const extension = extensionOf(ticket, task);
  const eyes = [by, ...principals(task, by)];
  if (eyes.some((person) => person === extension.by || atWork(ticket).includes(person))) throw new SamePersonTwice(by);
  refuseActors(ticket, task, by);
  if (!clockOf(ticket, extension) || !runningClock(ticket, extension.clock, at)) throw new ExtensionTooLate(id);
  return extension;
}
