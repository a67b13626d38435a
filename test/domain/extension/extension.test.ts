import { describe, expect, test } from 'vitest';
import { approveExtension, askedBy, refuseExtension } from '../../../functions/domain/extension/decide.ts';
import { carried, loseExtension, ticketOfExtension } from '../../../functions/domain/extension/lost.ts';
import { afterNotice, noticeAt } from '../../../functions/domain/extension/tell.ts';
import { nextStep, proposeExtension } from '../../../functions/domain/extension.ts';
import { statutoryClocks } from '../../../functions/domain/statutory-clocks.ts';
import type { Ticket } from '../../../functions/domain/ticket.ts';
import type { TicketEvent } from '../../../functions/domain/ticket-event.ts';
import { CN } from '../../../functions/rules/packs/cn.ts';
import { EU } from '../../../functions/rules/packs/eu.ts';
import { UK } from '../../../functions/rules/packs/uk.ts';
import { POLICY } from '../../../functions/rules/policy.ts';
import { clock, digestOf, filed, opened } from '../a-ticket.ts';
import { bankOf, decide, running, START, since } from './a-clock.ts';

const EARLY = '2026-11-30T02:00:00.000Z';
const DUE = '2026-12-07T16:00:00.000Z';
const THIRTY = '2026-12-22T16:00:00.000Z';
const SIXTY = '2027-01-21T16:00:00.000Z';
const refused = (name: string) => expect.objectContaining({ name });
const asking = { clock: 'decide', by: 'handler-1', reason: digestOf('e'), at: EARLY };

/** Asked for by a handler, and put before a head of department. */
function asked(ticket = running()): Ticket {
  const next = since(ticket, EARLY, proposeExtension(ticket, bankOf(), asking), 'handler-1');
  return since(next, EARLY, [opened('x1-ask', 'head-1', { work: 'extend' })]);
}
const approved = (at = EARLY): Ticket => {
  const ticket = asked();
  return since(ticket, at, approveExtension(ticket, { task: 'x1-ask', by: 'head-1', at }), 'head-1');
};
const granted = (ticket = approved(), at = EARLY): Ticket => since(ticket, at, afterNotice(ticket, 'x1', at, true));

describe('asking for more time', () => {
  test.for([
    ['cn decide', running(), bankOf(), 'decide', { rule: 'cn-decide-30', dueAt: THIRTY, level: 'department-head' }],
    ['uk, whose rules know no longer time', running(START, bankOf(UK)), bankOf(UK), 'decide', undefined],
    [
      'eu, by a holding reply',
      running(START, bankOf(EU)),
      bankOf(EU),
      'decide',
      { rule: 'eu-decide-35', dueAt: '2027-01-12T23:00:00.000Z', level: 'department-head' },
    ],
    [
      'what PBoC passed on',
      since(running(), START, [clock({ clock: 'transferred', startsAt: START, rule: 'cn-transferred-15' })]),
      bankOf(),
      'transferred',
      { rule: 'cn-transferred-60', dueAt: SIXTY, level: 'head-of-complaint-work' },
    ],
  ] as const)('%s', ([, ticket, bank, id, expected]) => {
    const step = nextStep(ticket, bank, id, EARLY);
    expect(step).toEqual(expected && expect.objectContaining(expected));
  });

  test('one is open at a time; asked for twice by one person, it is asked for once', () => {
    const ticket = asked();
    expect(proposeExtension(ticket, bankOf(), asking)).toEqual([]);
    expect(() => proposeExtension(ticket, bankOf(), { ...asking, by: 'handler-2' })).toThrow(refused('NotExtendable'));
  });

  test('the second step comes after the first was granted, needs the head office, and counts from the start', () => {
    expect(nextStep(granted(), bankOf(), 'decide', EARLY)).toMatchObject({
      ...{ step: 2, rule: 'cn-decide-60', from: THIRTY, dueAt: SIXTY, level: 'head-office' },
    });
    const ticket = granted();
    const extended: TicketEvent = {
      ...{ type: 'ClockExtended', clock: 'decide', extension: 'x2', step: 2, rule: 'cn-decide-60', from: THIRTY },
      dueAt: SIXTY,
    };
    expect(nextStep(since(ticket, EARLY, [extended]), bankOf(), 'decide', EARLY)).toBeUndefined();
  });

  test.for<readonly [string, string, TicketEvent[]]>([
    ['once its date has passed', DUE, []],
    ['once it is overdue', EARLY, [{ type: 'Overdue', clock: 'decide', dueAt: DUE }]],
    ['of what is answered', EARLY, [{ type: 'Replied', message: 'm', way: 'sms', inTime: true }]],
    ['while it stands still', EARLY, [{ type: 'ClockStopped', clock: 'decide', reason: 'mediation', rule: 'r' }]],
    ['of what is withdrawn', EARLY, [{ type: 'Withdrawn', followUp: 'f-1' }]],
  ])('no more time %s', ([, at, events]) => {
    const ticket = since(running(), EARLY, events);
    expect(() => proposeExtension(ticket, bankOf(), { ...asking, at })).toThrow(refused('NotExtendable'));
  });

  test('after a stop, the longer time is longer by the days it stood', () => {
    const ticket = since(running(), '2026-11-25T02:00:00.000Z', [
      { type: 'ClockStopped', clock: 'decide', reason: 'mediation', rule: 'cn-stop-mediation' },
    ]);
    const resumed = since(ticket, '2026-11-28T02:00:00.000Z', [
      { type: 'ClockResumed', clock: 'decide', dueAt: '2026-12-10T16:00:00.000Z', rule: 'cn-stop-mediation' },
    ]);
    expect(nextStep(resumed, bankOf(), 'decide', EARLY)?.dueAt).toBe('2026-12-25T16:00:00.000Z');
  });
});

describe('deciding', () => {
  const yes = { task: 'x1-ask', by: 'head-1', at: EARLY };

  test('approval alone moves nothing', () => {
    expect(decide(approved())).toMatchObject({ dueAt: DUE, extended: 0 });
  });

  test.for<readonly [string, Ticket, Partial<typeof yes>, string]>([
    [
      'whoever is at work on the ticket',
      since(asked(), EARLY, [opened('r1-v1-s0-0', 'head-1')]),
      { by: 'head-1' },
      'SamePersonTwice',
    ],
    [
      'in whose place somebody is at work on it',
      since(asked(), EARLY, [opened('r1-v1-s0-0', 'deputy-1', { actingFor: 'head-1' })]),
      { by: 'head-1' },
      'SamePersonTwice',
    ],
    ['whoever asked for it', since(asked(), EARLY, [reassigned('handler-1')]), { by: 'handler-1' }, 'SamePersonTwice'],
    [
      'whoever investigated',
      since(investigated(), EARLY, [reassigned('handler-3')]),
      { by: 'handler-3' },
      'SamePersonTwice',
    ],
    ['somebody else', asked(), { by: 'head-2' }, 'NotYours'],
    ['too late', asked(), { at: DUE }, 'ExtensionTooLate'],
    [
      'after the reply',
      since(asked(), EARLY, [{ type: 'Replied', message: 'm', way: 'sms', inTime: true }]),
      {},
      'ExtensionTooLate',
    ],
    ['twice', approved(), {}, 'TaskClosed'],
    [
      'on what is void',
      since(asked(), EARLY, [{ type: 'ExtensionVoid', extension: 'x1', because: 'lost' }]),
      {},
      'TaskClosed',
    ],
  ])('%s is refused', ([, ticket, change, name]) => {
    expect(() => approveExtension(ticket, { ...yes, ...change })).toThrow(refused(name));
    expect(() => refuseExtension(ticket, { ...yes, ...change, reason: digestOf('e') })).toThrow(refused(name));
  });

  test('a refusal ends it, and the date stands', () => {
    const ticket = asked();
    const after = since(ticket, EARLY, refuseExtension(ticket, { ...yes, reason: digestOf('e') }), 'head-1');
    expect(after.extensions.x1?.state).toBe('refused');
    expect(decide(after).dueAt).toBe(DUE);
    expect(proposeExtension(after, bankOf(), asking)).toMatchObject([{ extension: 'x2' }]);
  });

  test('there is a day to decide, and less where the date is nearer', () => {
    const { x1 } = asked().extensions;
    if (!x1) throw new Error('nothing was asked for');
    expect(askedBy(x1, POLICY, EARLY)).toBe('2026-12-01T02:00:00.000Z');
    expect(askedBy(x1, POLICY, '2026-12-07T10:00:00.000Z')).toBe('2026-12-07T14:00:00.000Z');
    expect(askedBy(x1, POLICY, '2026-12-07T15:00:00.000Z')).toBe('2026-12-07T15:00:00.000Z');
  });

  function reassigned(to: string): TicketEvent {
    return { type: 'TaskReassigned', task: 'x1-ask', from: 'head-1', to };
  }
  function investigated(): Ticket {
    const ticket = since(asked(), EARLY, [opened('r1-v1-s0-0', 'handler-3')]);
    const [by, event] = filed('r1-v1-s0-0', 'handler-3') as [string, TicketEvent];
    return since(ticket, EARLY, [event], by);
  }
});

describe('telling', () => {
  test('a notice that left before the old date moves the date, counted as `npm run clock -- --extended 1` counts it', () => {
    const [counted] = statutoryClocks(bankOf(), { receivedAt: START, extended: 1 });
    expect(decide(granted())).toMatchObject({ dueAt: counted?.dueAt, rule: counted?.rule, extended: 1 });
    expect(granted().extensions.x1?.state).toBe('granted');
  });

  test('one that came to nobody moves nothing, and neither does one at the old date or after it', () => {
    expect(afterNotice(approved(), 'x1', EARLY, false)).toEqual([
      { type: 'ExtensionVoid', extension: 'x1', because: 'not-told' },
    ]);
    expect(afterNotice(approved(), 'x1', DUE, true)).toEqual([]);
    expect(afterNotice(asked(), 'x1', EARLY, true)).toEqual([]);
  });

  test.for([
    ['in the day, at once', EARLY, EARLY],
    ['at night, in the morning', '2026-11-30T15:00:00.000Z', '2026-12-01T00:00:00.000Z'],
    ['in the last night, two hours before the old date', '2026-12-07T13:30:00.000Z', '2026-12-07T14:00:00.000Z'],
    ['in the last hour, at once', '2026-12-07T15:30:00.000Z', '2026-12-07T15:30:00.000Z'],
    ['in the last minute, not at all', '2026-12-07T15:59:30.000Z', undefined],
  ] as const)('it leaves %s', ([, now, at]) => {
    expect(noticeAt(approved(), 'x1', POLICY, now)?.at).toBe(at);
  });
});

describe('an execution that is lost', () => {
  const ticket = (extension: Ticket) => ({ ...extension, id: '0123456789AB' });
  const lost = { execution: '0123456789AB-x1-a1', status: 'FAILED', attemptsAtMost: 2 };

  test('begins again, and when that is lost too the extension is void and its question closed', () => {
    const first = loseExtension(ticket(asked()), lost);
    expect(first).toMatchObject([{ type: 'ExecutionLost' }]);
    const again = ticket(since(asked(), EARLY, first));
    expect(again.attempt).toBe(1);
    expect(loseExtension(again, lost)).toEqual([]);
    expect(() => carried(again, 'x1', lost.execution)).toThrow(refused('Superseded'));
    const last = loseExtension(again, { ...lost, execution: '0123456789AB-x1-a2' });
    expect(last).toEqual([{ type: 'ExtensionVoid', extension: 'x1', because: 'lost' }]);
    const over = ticket(since(again, EARLY, last));
    expect(over.tasks['x1-ask']?.closed?.outcome).toBe('void');
    expect(() => carried(over, 'x1', '0123456789AB-x1-a2')).toThrow(refused('ExtensionOver'));
  });

  test('what is granted cannot be lost', () => {
    expect(loseExtension(ticket(granted()), lost)).toEqual([]);
  });

  test('its name says whose it is', () => {
    expect(ticketOfExtension(lost.execution)).toBe('0123456789AB');
    expect(ticketOfExtension('0123456789AB-r1-a1')).toBeUndefined();
  });
});

test('a rule of the law is not one of the bank', () => {
  expect(CN.extensions.map(({ rule, approvalSetBy }) => `${rule} ${approvalSetBy}`)).toEqual([
    'cn-decide-30 policy',
    'cn-decide-60 law',
    'cn-transferred-60 law',
  ]);
});
