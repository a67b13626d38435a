import { readFileSync } from 'node:fs';
import type { Stores } from '../../../functions/adapters/stores.ts';
import { ComplaintPosted } from '../../../functions/domain/complaint-posted.ts';
import type { Message } from '../../../functions/domain/ticket.ts';
import type { TicketEvent } from '../../../functions/domain/ticket-event.ts';
import { SAMPLE_ROSTER } from '../../../local/demo/desk.ts';
import { clock, digestOf, filed, opened, proposed, received, type Told, triaged } from '../../domain/a-ticket.ts';

export const HANDLER = 'acct-handler-1';
export const LEAD = 'acct-team-lead-1';
export const COLLEAGUE = 'acct-team-lead-2';
export const HEAD = 'acct-department-head-1';

/** The approval that everybody is after, and the proposal that it is about. */
export const TASK = 'r1-v1-a0';
const INVESTIGATED = 'r1-v1-s0-0';
export const SEEN = digestOf('1');
/** What the workflow waits for it with. */
export const TOKEN = 'token-1';

const OPENED = '2026-11-23T01:00:00.000Z';
/** Its time is over: whatever happens, happens at this instant. */
export const INSTANT = '2026-11-23T03:00:00.000Z';

/**
 * `deputy`: it is done in another's place. `reminded`: they were. `escalated`: those above have it, too. `filedBy`: whoever
 * investigated, who may decide nothing.
 */
export type Beginning = Readonly<{ deputy: boolean; reminded: boolean; escalated: boolean; filedBy: string }>;

/** People of the department and of those above, as the sample roster has them. */
export async function loadRoster({ roster }: Pick<Stores, 'roster'>): Promise<void> {
  const people = JSON.parse(readFileSync(SAMPLE_ROSTER, 'utf8'));
  const wanted = ['accounting', 'complaint-desk'];
  for (const person of people) if (wanted.includes(person.department)) await roster.put(person);
}

/** A ticket whose approval is overdue at this instant, with its links and its case file. */
export async function waitingTicket({ log, files }: Stores, id: string, beginning: Beginning): Promise<void> {
  const complainant = { phone: '+8613123456789' };
  const posted = { version: 1, channel: 'app', channelReference: id, narrative: 'The annual fee.', locale: 'en' };
  await files.open(
    id,
    { salt: 'salt', pair: 'p', post: ComplaintPosted.parse({ ...posted, complainant }) },
    new Date(OPENED),
  );
  let ticket = await log.find(id);
  const decisions: [by: string, ...events: TicketEvent[]][] = [
    [
      'receive',
      received({ locale: 'en' }),
      clock({ startsAt: OPENED, dueAt: '2026-12-08T16:00:00.000Z' }),
      ...told('r1-acknowledgement', 'acknowledgement', 'complainant'),
      triaged({ supporting: [] }),
      opened(INVESTIGATED, beginning.filedBy),
    ],
    decision(filed(INVESTIGATED, beginning.filedBy)),
    ['approve', proposed(1), approval(beginning), ...told(`${TASK}-asked`, 'approval-link', holder(beginning))],
    ...(beginning.reminded ? [reminded(beginning)] : []),
    ...(beginning.escalated ? [escalated()] : []),
  ];
  for (const [by, ...events] of decisions) {
    const beside = by === 'receive' ? { dueAt: INSTANT } : by === 'approve' ? { token: TOKEN } : {};
    ticket = await log.append(ticket, { at: OPENED, by, events }, beside);
  }
}

const holder = ({ deputy }: Beginning) => (deputy ? COLLEAGUE : LEAD);

const approval = (beginning: Beginning): TicketEvent => ({
  ...opened(TASK, holder(beginning), { work: 'approve', level: 'team-lead', proposal: SEEN, dueAt: INSTANT }),
  ...(beginning.deputy && { actingFor: LEAD }),
});

const reminded = (beginning: Beginning): [string, ...TicketEvent[]] => [
  'watch',
  { type: 'Reminded', task: TASK },
  ...told(`${TASK}-reminder`, 'work-reminder', holder(beginning)),
];

const escalated = (): [string, ...TicketEvent[]] => [
  'watch',
  { type: 'Escalated', task: TASK, to: HEAD, level: 'department-head', rule: 'E8' },
  ...told(`${TASK}-E8`, 'escalation', HEAD),
];

function told(message: string, purpose: Message['purpose'], to: string): TicketEvent[] {
  const how = { message, way: 'sms' } as const;
  return [
    { type: 'MessageIntended', ...how, purpose, template: purpose, to, locale: 'en', task: TASK },
    { type: 'MessageSent', ...how, providerId: message },
  ];
}

function decision(told: Told): [string, TicketEvent] {
  if ('type' in told) return ['desk', told];
  return [told[0], told[1]];
}
