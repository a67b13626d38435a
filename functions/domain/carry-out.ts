import { IdentityNotVerified } from './refusals.ts';
import { roundOf, tasksOfRound } from './rounds.ts';
import type { Command, Task, Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

export type Remedy = Ticket['proposals'][number]['remedies'][number];

/** Remedies that core banking carries out; the others are the departments' own doing. */
const MOVES_MONEY: readonly string[] = ['account-adjustment', 'fee-waiver'];

export const movesMoney = ({ kind, amountMinor }: Pick<Remedy, 'kind' | 'amountMinor'>): boolean =>
  MOVES_MONEY.includes(kind) && amountMinor > 0;

/**
 * The task that waits for core banking, and its commands. After a failure, a new try orders only what is not done; so it
 * does where the ticket went another way and came back, and what core banking never answered keeps its name.
 */
export function carryOut(ticket: Ticket, dueAt: string): Readonly<{ task: string; events: TicketEvent[] }> {
  const tries = tasksOfRound(ticket).filter(({ work }) => work === 'remedies');
  const last = tries.at(-1);
  if (last && !['CommandFailed', 'void'].includes(last.closed?.outcome ?? '')) return { task: last.id, events: [] };

  const task = `r${ticket.round}-remedies-${tries.length + 1}`;
  const given = givenBefore(ticket);
  const owed = (ticket.proposals.at(-1)?.remedies ?? []).filter(
    (remedy) => movesMoney(remedy) && !isCarriedOut(ticket, remedy.remedy),
  );
  if (owed.length > 0 && !isVerified(ticket))
    throw new IdentityNotVerified('an account action needs a verified complainant');

  const opened: TicketEvent = { type: 'TaskOpened', task, work: 'remedies', person: 'core-banking', dueAt };
  const orders = owed.map(
    ({ remedy, kind, amountMinor }): TicketEvent => ({
      type: 'CommandOrdered',
      command: unanswered(ticket, remedy) ?? given[remedy]?.id ?? `${remedy}-${tries.length + 1}`,
      action: kind,
      task,
      amountMinor,
    }),
  );
  return { task, events: [opened, ...(orders.length > 0 ? orders : [{ type: 'NothingToCarryOut' as const, task }])] };
}

/** Whether a remedy of the proposal was carried out, at whichever try. */
export const isCarriedOut = (ticket: Ticket, remedy: string): boolean =>
  givenBefore(ticket)[remedy]?.state === 'done' ||
  Object.values(ticket.commands).some(({ id, state }) => id.startsWith(`${remedy}-`) && state === 'done');

/**
 * What a round before ordered, and ended without having told the complainant: where others come to the same remedy, it is
 * the same money, and not paid twice. By the remedies of the newest proposal; what was ordered stands for one of them.
 */
function givenBefore(ticket: Ticket): Readonly<Record<string, Command>> {
  const untold = ticket.earlier.filter(({ replied }) => !replied).map(({ round }) => round);
  let left = Object.values(ticket.commands).filter(
    ({ id, state }) => state !== 'failed' && untold.includes(roundOf(id)),
  );
  const given: Record<string, Command> = {};
  for (const { remedy, kind, amountMinor } of ticket.proposals.at(-1)?.remedies ?? []) {
    const same = left.find((one) => one.action === kind && one.amountMinor === amountMinor);
    if (!same) continue;
    given[remedy] = same;
    left = left.filter((one) => one !== same);
  }
  return given;
}

/** Core banking carries out a command once, however often it is told it by one name. */
const unanswered = (ticket: Ticket, remedy: string): string | undefined =>
  Object.values(ticket.commands).find(({ id, state }) => id.startsWith(`${remedy}-`) && state === 'ordered')?.id;

/** By the channel, or by the person at the desk who let the ticket go on after it was parked for this. */
function isVerified({ received, tasks }: Ticket): boolean {
  const byDesk = ({ work, error, closed }: Task) => work === 'parked' && error === 'IdentityNotVerified' && closed;
  return received?.identity !== 'none' || Object.values(tasks).some(byDesk);
}
