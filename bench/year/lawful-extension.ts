import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import type { Pack } from '../../functions/rules/packs/pack.ts';
import type { DateOfLaw } from './dates-of-law.ts';
import type { Sent } from './sent.ts';

type Proposed = Extract<TicketEvent, { type: 'ExtensionProposed' }>;
type Asked = { level?: string | undefined; mayDecide: Map<string, string | undefined> };

/** What the log says of the longer times that were asked for, and who agreed to which. */
export type Agreed = Readonly<{
  read: (event: TicketEvent, at: string, by: string) => void;
  proposed: ReadonlyMap<string, Proposed>;
  approved: ReadonlyMap<string, Approved>;
}>;

/** `isAtWork`: by somebody who held work on the ticket at that moment. */
type Approved = Readonly<{ at: string; level: string | undefined; isAtWork: boolean }>;

export function readExtensions(): Agreed {
  const proposed = new Map<string, Proposed>();
  const approved = new Map<string, Approved>();
  const tasks = new Map<string, Asked>();
  const work = new Map<string, string>();

  function read(event: TicketEvent, at: string, by: string): void {
    if (event.type === 'ExtensionProposed') proposed.set(event.extension, event);
    if (event.type === 'TaskOpened' && event.work === 'extend')
      tasks.set(event.task, { level: event.level, mayDecide: new Map([[event.person, event.level]]) });
    const asked = 'task' in event ? tasks.get(event.task ?? '') : undefined;
    if (event.type === 'TaskReassigned' && asked) {
      asked.mayDecide.delete(event.from);
      asked.mayDecide.set(event.to, asked.level);
    }
    if (event.type === 'Escalated') asked?.mayDecide.set(event.to, event.level);
    if (event.type === 'TaskOpened' && WORK.includes(event.work)) work.set(event.task, event.person);
    if (event.type === 'TaskReassigned' && work.has(event.task)) work.set(event.task, event.to);
    if (ENDS_WORK.includes(event.type) && 'task' in event) work.delete(event.task ?? '');
    if (event.type === 'ExtensionApproved') {
      const isAtWork = [...work.values()].includes(by);
      approved.set(event.extension, { at, level: asked?.mayDecide.get(by), isAtWork });
    }
    if (event.type === 'ExtensionVoid' || event.type === 'ExtensionRefused') approved.delete(event.extension);
  }
  return { read, proposed, approved };
}

const WORK: readonly string[] = ['investigate', 'answer'];
const ENDS_WORK: readonly TicketEvent['type'][] = ['FindingsFiled', 'Transferred', 'AnswerGiven'];

/** Whoever stands above may agree in the place of those below. */
const LEVELS = ['team-lead', 'department-head', 'head-office', 'head-of-complaint-work'];

type Known = Readonly<{ of: Agreed; sent: Sent; pack: Pack }>;

/** As proposed, at the level that the pack names, agreed to and then told, all before the date that it moves. */
export function isLawful(
  { extension, ...given }: Extract<TicketEvent, { type: 'ClockExtended' }>,
  at: string,
  date: DateOfLaw,
  { of, sent, pack }: Known,
): boolean {
  const { clock, from, dueAt, step, rule } = given;
  const [asked, agreed] = [of.proposed.get(extension), of.approved.get(extension)];
  const row = pack.extensions.find((one) => one.rule === rule && one.clock === clock && one.step === step);
  if (!asked || !agreed || agreed.isAtWork || !row || row.approvedBy !== asked.level) return false;
  const isSame = asked.clock === clock && asked.from === from && asked.dueAt === dueAt && asked.step === step;
  const isHighEnough = LEVELS.indexOf(agreed.level ?? '') >= LEVELS.indexOf(asked.level);
  const toldAt = row.customerTold ? sent.since(`${extension}-notice`, agreed.at) : agreed.at;
  const isTold = toldAt !== undefined && toldAt <= at;
  return isSame && isHighEnough && isTold && date.dueAt === from && at < from;
}
