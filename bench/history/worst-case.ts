import type { Logged } from '../../functions/adapters/ticket-log.ts';
import { departmentsOf } from '../../functions/domain/departments.ts';
import { START } from '../../local/demo/complaints/sample-post.ts';
import { type Desk, openDesk } from '../../local/demo/desk.ts';
import { type State, statesOf } from '../cost/states.ts';
import { ampleRoster } from './ample-roster.ts';
import { failEveryStepOnce } from './faults.ts';
import { worstWorld } from './worst-world.ts';

const DAY = 86_400_000;
const LONGEST_DAYS = 60;

/** A stolen card within a duplicate charge: as many departments as any rule brings together, and the card to protect. */
const POST = {
  version: 1,
  channel: 'app',
  channelReference: 'SAMPLE-WORST',
  narrative: 'I was charged twice by the same shop, and now my card was stolen.',
  category: 'failed-or-duplicate-transaction',
  complainant: { name: 'Sample Holder', phone: '+86 131 2345 6789' },
  identity: { method: 'app-login', level: 'strong', checkedAt: START.toISOString() },
  demands: ['Refund both'],
  card: { lastFour: '4242', account: 'SAMPLE-ACCT-WORST' },
  locale: 'en',
  preferredWay: 'phone',
};
const DEPARTMENTS = 3;

export type WorstCase = Readonly<{
  ticket: Logged;
  /** Of each execution that the ticket had, in order. */
  historyEvents: readonly number[];
  byType: Readonly<Record<string, number>>;
  states: readonly State[];
}>;

/** Plays one ticket through every loop of the workflow, each as often as it goes by itself or policy lets it. */
export async function worstCase(): Promise<WorstCase> {
  const faults: Error[] = [];
  const hear = worstWorld(faults);
  let desk: Desk | undefined;
  desk = await openDesk({ startAt: START, onSettled: () => desk && hear(desk) });
  const { cloud, channel, log, roster } = desk;
  try {
    for (const person of ampleRoster()) await roster.put(person);
    failEveryStepOnce(cloud, DEPARTMENTS);
    const { status, answer } = await channel.post(POST.channel, JSON.stringify(POST));
    if (status !== 202) throw new Error(`POST /complaints answered ${status}: ${JSON.stringify(answer)}`);

    const id = String(answer.ticket);
    let ticket = await log.read(id);
    for (let day = 0; day < LONGEST_DAYS && !ticket.archived && faults.length === 0; day++) {
      await cloud.advanceBy(DAY);
      ticket = await log.read(id);
    }
    if (faults[0]) throw faults[0];
    if (!ticket.archived) throw new Error(`the ticket is not archived: ${JSON.stringify(openOf(ticket))}`);
    const departments = departmentsOf(ticket).length;
    if (departments !== DEPARTMENTS) throw new Error(`the ticket has ${departments} departments, not ${DEPARTMENTS}`);

    const histories = cloud.executions.map(({ execution }) => execution?.history ?? []);
    return {
      ticket,
      historyEvents: histories.map(({ length }) => length),
      byType: countOf(histories.flat().map(({ type }) => type)),
      states: statesOf(cloud),
    };
  } finally {
    await cloud.close();
  }
}

const openOf = ({ tasks }: Logged) => Object.values(tasks).filter(({ closed }) => !closed);

function countOf(names: readonly string[]): Record<string, number> {
  const counts = Object.entries(Object.groupBy(names, (name) => name)).map(([name, all = []]): [string, number] => [
    name,
    all.length,
  ]);
  return Object.fromEntries(counts.sort(([, one], [, other]) => other - one));
}
