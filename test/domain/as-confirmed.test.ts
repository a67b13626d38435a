import { expect, test } from 'vitest';
import { asConfirmed } from '../../functions/domain/as-confirmed.ts';
import { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { after, digestOf, filed, given, opened, received } from './a-ticket.ts';
import { EVERY_EVENT } from './every-event.ts';

/** What people of the bank do at pages; what a complainant, a system or the clock does, no code stands behind. */
const BY_PERSON = [
  ...['Routed', 'TaskReassigned', 'Transferred', 'FindingsFiled', 'AnswerGiven', 'Approved', 'Returned', 'Resumed'],
  ...['ClockStopped', 'ClockResumed', 'ClockRestarted', 'ExtensionProposed', 'ExtensionApproved', 'ExtensionRefused'],
  ...['RoundOpened', 'MergeUndone', 'PlanFiled', 'Called'],
];

test('what a person decides carries how it was made sure that it was they, and stays an event of the log', () => {
  const marked = asConfirmed(Object.values(EVERY_EVENT), 'code').filter((event) => 'confirmed' in event);
  expect(marked.map(({ type }) => type).sort()).toEqual([...BY_PERSON].sort());
  for (const event of marked) expect(TicketEvent.parse(event)).toEqual(event);
});

test('without a code it stays as it was decided', () => {
  const events = Object.values(EVERY_EVENT);
  expect(asConfirmed(events, undefined)).toEqual(events);
});

test('the task that such an act ends keeps it; one that is handed on and ends otherwise does not', () => {
  const ticket = given(received(), opened('s0', 'handler-1'), opened('s1', 'handler-2'));
  const handedOn = { task: 's1', from: 'handler-2', to: 'handler-3', because: 'delegated' } as const;
  const acts = asConfirmed(
    [
      { type: 'Transferred', task: 's0', from: 'accounting', to: 'technology', reason: digestOf('e') },
      { type: 'TaskReassigned', ...handedOn },
    ],
    'code',
  );
  const { tasks } = after(ticket, ...acts, filed('s1', 'handler-3'));
  expect(tasks.s0).toMatchObject({ confirmed: 'code', closed: { outcome: 'Transferred' } });
  expect(tasks.s1).toMatchObject({ closed: { outcome: 'filed' } });
  expect(tasks.s1?.confirmed).toBeUndefined();
});
