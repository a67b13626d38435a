import type { Logged } from '../adapters/ticket-log.ts';
import type { Task } from '../domain/ticket.ts';
import type { TicketEvent } from '../domain/ticket-event.ts';
import type { Typed } from './form.ts';

type Row = readonly [act: string, leaves: TicketEvent['type'], named?: string, inForm?: string];

/** What each form leaves in the log, and the field that says of which thing it was. */
// biome-ignore format: a table is read in columns
const LEAVES: readonly Row[] = [
  // act          leaves               named       in the form as
  ['file',       'FindingsFiled'],
  ['transfer',   'Transferred',       'to',       'to'],
  ['answer',     'AnswerGiven'],
  ['give',       'TaskReassigned',    'to',       'colleague'],
  ['approve',    'Approved'],
  ['approve',    'ExtensionApproved'],
  ['return',     'Returned'],
  ['refuse',     'ExtensionRefused'],
  ['route',      'Routed',            'lead',     'lead'],
  ['go-on',      'Resumed'],
  ['call',       'Called',            'outcome',  'outcome'],
  ['plan',       'PlanFiled'],
  ['extend',     'ExtensionProposed', 'clock',    'extend.clock'],
  ['stop',       'ClockStopped',      'rule',     'stop.rule'],
  ['resume',     'ClockResumed',      'clock',    'resume.clock'],
  ['new-facts',  'ClockRestarted',    'followUp', 'facts.followUp'],
  ['part',       'MergeUndone',       'other',    'other'],
  ['open-round', 'RoundOpened',       'because',  'because'],
];

type On = Readonly<{ person: string; task?: Task }>;

/** Whether the last thing that a person did to the ticket is what they ask for now: they pressed twice. */
export function isDone({ decisions }: Logged, { person, task }: On, form: Typed): boolean {
  if (form.seen && form.seen !== task?.proposal) return false;
  const last = decisions.findLast(({ by }) => by === person)?.events ?? [];
  return last.some((event: Readonly<Record<string, unknown>>) =>
    LEAVES.some(
      ([act, leaves, named, inForm = '']) =>
        act === form.act &&
        leaves === event.type &&
        (!named || event[named] === form[inForm]) &&
        (!task || event.task === undefined || event.task === task.id),
    ),
  );
}
