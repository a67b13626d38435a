import { expect, test } from 'vitest';
import { fileCall } from '../../functions/domain/file-call.ts';
import { hoursAfter } from '../../functions/domain/later.ts';
import { marks } from '../../functions/domain/marks.ts';
import type { Ticket } from '../../functions/domain/ticket.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { POLICY } from '../../functions/rules/policy.ts';
import { DESK } from './a-desk.ts';
import { opened } from './a-ticket.ts';
import { EVERY_EVENT } from './every-event.ts';
import { running, START, since } from './extension/a-clock.ts';
import { passAll } from './passed-marks.ts';

/** Hours after which what still waits is said again. */
const AGAIN = POLICY.raiseAgainEveryDays * 24;
const hours = (count: number) => hoursAfter(new Date(START), count);
const acknowledged: TicketEvent[] = [
  { ...EVERY_EVENT.MessageIntended, message: 'r1-acknowledgement', purpose: 'acknowledgement' },
  { ...EVERY_EVENT.MessageSent, message: 'r1-acknowledgement' },
];
const told = since(running(), START, acknowledged);
const asking = (task: string): TicketEvent[] => [
  { ...EVERY_EVENT.MessageIntended, message: `${task}-asked`, task },
  { ...EVERY_EVENT.MessageSent, message: `${task}-asked` },
];
const called = (ticket: Ticket, nth: number, at: number): Ticket =>
  since(ticket, hours(at), [
    { ...EVERY_EVENT.MessageIntended, message: 'r1-reply', purpose: 'reply', way: 'phone' },
    opened(`r1-call-${nth}`, 'triage-desk', { work: 'call', department: 'complaint-desk', dueAt: hours(at + 4) }),
    ...asking(`r1-call-${nth}`),
  ]);
/** Nobody answered the first call, which is the act of the law; the second is asked for, and nobody dials. */
const first = called(told, 1, 1);
const dialled = { task: 'r1-call-1', by: 'desk-1', dialledAt: hours(2), outcome: 'no-answer' } as const;
const undialled = called(since(first, hours(2), fileCall(first, DESK, dialled), 'desk-1'), 2, 3);
const incident = since(told, hours(3), [{ ...EVERY_EVENT.IncidentRaised, incident: 'i' }]);
/** Nobody of head office was there, so that the highest was asked from the start. */
const highest = since(told, hours(3), [
  opened('r1-v1-a0', 'complaint-head-1', { work: 'approve', level: 'head-office', dueAt: hours(7) }),
  {
    ...({ type: 'Escalated', task: 'r1-v1-a0', to: 'complaint-head-1', rule: 'nobody-there' } as const),
    level: 'head-of-complaint-work',
  },
  ...asking('r1-v1-a0'),
]);
const parked = since(told, hours(3), [{ ...EVERY_EVENT.Parked, task: 'parked-1' }, ...asking('parked-1')]);

/** What a watch that looks every hour tells of a task: after how many hours, and by which rule. */
function heard(ticket: Ticket, task: string, from: number, until: number): (readonly [number, string])[] {
  let next = ticket;
  return Array.from({ length: until - from + 1 }, (_, nth) => from + nth).flatMap((hour) => {
    const { ticket: after, events } = passAll(next, DESK, hours(hour));
    next = after;
    return events.flatMap((event) =>
      (event.type === 'Escalated' || event.type === 'Reminded') && event.task === task
        ? [[hour, event.type === 'Escalated' ? event.rule : 'holder'] as const]
        : [],
    );
  });
}

test.for<[string, Ticket, string, (readonly [number, string])[]]>([
  [
    'a second call that nobody makes',
    undialled,
    'r1-call-2',
    [
      [5, 'holder'],
      [7, 'E16'],
      [9, 'E17'],
    ],
  ],
  [
    'a ticket that is parked',
    parked,
    'parked-1',
    [
      [7, 'holder'],
      [9, 'E19'],
      [11, 'E20'],
    ],
  ],
  [
    'a decision that the highest was asked for from the start',
    highest,
    'r1-v1-a0',
    [
      [5, 'holder'],
      [7, 'E8'],
    ],
  ],
  [
    'an incident that nobody has a plan against',
    incident,
    'plan-i',
    [
      [15, 'holder'],
      [27, 'plan'],
    ],
  ],
])(
  '%s waits for somebody, however long: those above hear of it, and the highest again and again',
  ([, ticket, id, once]) => {
    const top = once.at(-1) ?? [0, ''];
    const again = [1, 2, 3].map((nth) => [top[0] + nth * AGAIN, top[1]]);
    expect(heard(ticket, id, 3, top[0] + 3 * AGAIN)).toEqual([...once, ...again]);
  },
);

/** After the seal, on a day on which nobody was there to hear of the plan. */
const untoldOfPlan = () => {
  const { ticket } = passAll(incident, DESK, hours(28));
  const sealed = since(ticket, hours(29), [EVERY_EVENT.Closed, EVERY_EVENT.Archived]);
  const untold = { ...EVERY_EVENT.Parked, task: 'plan-i-escalated-again-1-untold', state: 'plan-i-escalated-again-1' };
  return since(sealed, hours(27 + AGAIN), [untold]);
};

test('after the seal, too, the desk hears that nobody could be told of a plan that nobody files', () => {
  const { events } = passAll(untoldOfPlan(), DESK, hours(27 + AGAIN + 12));
  const tasks = events.flatMap((event) => (event.type === 'Reminded' || event.type === 'Escalated' ? event.task : []));
  expect(tasks).toContain('plan-i-escalated-again-1-untold');
});

test('of what is erased nobody hears any more', () => {
  expect(marks(untoldOfPlan(), DESK)).not.toEqual([]);
  expect(marks(since(untoldOfPlan(), hours(40 + AGAIN), [EVERY_EVENT.Erased]), DESK)).toEqual([]);
});

test('done, nobody hears of it any more', () => {
  const { ticket } = passAll(parked, DESK, hours(12));
  const resumed = since(ticket, hours(12), [{ ...EVERY_EVENT.Resumed, task: 'parked-1' }]);
  expect(heard(resumed, 'parked-1', 12, 3 * AGAIN)).toEqual([]);
});

test('a watch that was away says once what it missed to say again', () => {
  const { ticket } = passAll(undialled, DESK, hours(12));
  const { events } = passAll(ticket, DESK, hours(12 + 6 * AGAIN));
  const again = events.filter((event) => event.type === 'MessageIntended' && event.message.includes('-again-'));
  expect(again).toHaveLength(1);
});

test('where nobody could be told, it is not said again before the desk has seen to that', () => {
  const { ticket } = passAll(undialled, DESK, hours(12));
  const unheard = since(ticket, hours(13), [{ ...EVERY_EVENT.Parked, task: 'r1-call-2-E17-untold' }]);
  const again = (one: Ticket) =>
    marks(one, DESK).filter(({ act }) => act.do === 'tell' && act.tell.message === 'r1-call-2-E17-again-1');
  expect(again(ticket)).toHaveLength(1);
  expect(again(unheard)).toEqual([]);
  const seen = since(unheard, hours(14), [{ ...EVERY_EVENT.Resumed, task: 'r1-call-2-E17-untold' }]);
  expect(again(seen)).toHaveLength(1);
});
