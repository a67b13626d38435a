import type { Logged } from '../../../functions/adapters/ticket-log.ts';
import type { Decision, TicketEvent } from '../../../functions/domain/ticket-event.ts';
import type { SmsMessage } from '../../services/sns.ts';
import type { Usage } from '../cost/bill.ts';
import type { Paint } from './paint.ts';
import { sentence } from './sentences.ts';
import { shortened, type Teller, teller, timeText } from './teller.ts';

export type StorySource = Readonly<{
  ticket: Logged;
  /** Every part of the case file. */
  texts: Readonly<Record<string, unknown>>;
  names: ReadonlyMap<string, string>;
  sms: ReadonlyMap<string, SmsMessage>;
  usage: Usage | undefined;
  zone: string;
}>;

/** A ticket as it went, line by line: who did what and when, and each message as its reader received it. */
export function story(source: StorySource, paint: Paint): string[] {
  const { ticket, zone } = source;
  const tells = teller({ ...source, names: namesWith(source) });
  return [
    ...header(source, tells, paint),
    ...chronicle(ticket.decisions).flatMap(({ at, by, event }) => [
      `  ${paint('dim', timeText(at, zone))}  ${paint(styleOf(event), sentence(event, tells, tells.name(by)))}`,
      ...received(event, source, paint),
    ]),
    ...footer(source, tells, paint),
    '',
  ];
}

type Told = Readonly<{ at: string; by: string; event: TicketEvent }>;

/** An intent that has its result is told with the result. What happened at one instant side by side is put in a fixed order. */
function chronicle(decisions: readonly Decision[]): Told[] {
  const told = decisions.flatMap(({ at, by, events }) => events.map((event) => ({ at, by, event })));
  const answered = new Set(
    told.flatMap(({ event }) =>
      event.type === 'MessageSent' || event.type === 'MessageFailed' ? [event.message] : [],
    ),
  );
  return sideBySide(told.filter(({ event }) => event.type !== 'MessageIntended' || !answered.has(event.message)));
}

/** Departments are asked in parallel, and which is asked first is chance. */
function sideBySide(told: readonly Told[]): Told[] {
  const slotOf = ({ by, event }: Told) => {
    const id = 'task' in event ? event.task : 'message' in event ? event.message : '';
    return by === 'investigate' ? (/-(s\d+)-/.exec(id ?? '')?.[1] ?? '') : '';
  };
  const runs: Told[][] = [];
  for (const one of told) {
    const run = runs.at(-1);
    const isSame = run?.[0]?.at === one.at && slotOf(run[0]) !== '' && slotOf(one) !== '';
    if (run && isSame) run.push(one);
    else runs.push([one]);
  }
  return runs.flatMap((run) => run.toSorted((one, other) => slotOf(one).localeCompare(slotOf(other))));
}

function header({ ticket, texts, zone }: StorySource, { category, name }: Teller, paint: Paint): string[] {
  const { received, triage, routed, closed, proposals, clocks, replied, declined } = ticket;
  const { post } = (texts.complaint ?? {}) as { post?: { narrative?: string; card?: { tier?: string } } };
  const levels = proposals.at(-1)?.levels ?? [];
  const facts = [
    name('complainant'),
    received?.channel,
    received?.tier === 'standard' ? undefined : received?.tier,
    category(routed?.category ?? triage?.category ?? '') || undefined,
    triage && `lane ${triage.lane}`,
    levels.length > 0 ? `levels: ${levels.join(' → ')}` : undefined,
    `outcome: ${closed?.outcome ?? 'open'}`,
  ];
  const due = Object.values(clocks).map(({ clock, dueAt }) => `${clock} before ${timeText(dueAt, zone)}`);
  const answered = replied ? `answered ${timeText(replied.at, zone)}` : declined ? 'declined' : 'not answered';
  return [
    paint('bold', `${ticket.id}  ${facts.filter(Boolean).join(' · ')}`),
    `  ${paint('italic', `“${shortened(post?.narrative ?? '', 160)}”`)}`,
    ...(due.length > 0 ? [`  due: ${due.join(', ')}; ${answered}`] : []),
  ];
}

function received(event: TicketEvent, { sms }: StorySource, paint: Paint): string[] {
  const message = event.type === 'MessageSent' ? sms.get(event.providerId) : undefined;
  if (!message) return [];
  const size = message.parts === 1 ? '' : ` (${message.parts} parts)`;
  return [`${' '.repeat(20)}${paint('cyan', `✉ ${message.phone}${size}: ${message.text.trim()}`)}`];
}

function footer({ usage }: StorySource, _: Teller, paint: Paint): string[] {
  if (!usage) return [];
  const { transitions, invocations, usd } = usage;
  const cost = `${transitions} state transitions, ${invocations.toFixed(0)} invocations, $${usd.toFixed(6)} without SMS`;
  return [`  ${paint('dim', cost)}`];
}

function styleOf({ type }: TicketEvent): Parameters<Paint>[0] {
  if (['Overdue', 'Parked', 'CommandFailed', 'MessageFailed', 'ExecutionLost', 'PostConflicted'].includes(type))
    return 'red';
  if (['Returned', 'Transferred', 'Reminded', 'DutyCalled', 'AppealAsked', 'Declined'].includes(type)) return 'yellow';
  return ['Approved', 'Replied', 'CommandCarriedOut', 'Archived'].includes(type) ? 'green' : 'reset';
}

function namesWith({ names, texts }: StorySource): ReadonlyMap<string, string> {
  const { post } = (texts.complaint ?? {}) as { post?: { complainant?: { name?: string } } };
  return new Map([...names, ['complainant', shortened(post?.complainant?.name ?? 'the complainant')]]);
}
