import { expect, test } from 'vitest';
import { marks } from '../../functions/domain/marks.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { DESK } from './a-desk.ts';
import { after, given, minutes, opened, received, triaged } from './a-ticket.ts';
import { EVERY_EVENT } from './every-event.ts';

const raised: TicketEvent = { type: 'IncidentRaised', incident: 'MC1-1', rule: 'MC1', tickets: 20 };
const plan = opened('plan-MC1-1', 'officer-1', { work: 'plan', level: 'incident-officer', dueAt: minutes(24 * 60) });
const asked: TicketEvent[] = [
  { ...EVERY_EVENT.MessageIntended, message: 'plan-MC1-1-asked', purpose: 'incident' },
  { ...EVERY_EVENT.MessageSent, message: 'plan-MC1-1-asked' },
];
const sealed = after(given(received(), triaged(), raised, plan), ...asked, EVERY_EVENT.Closed, EVERY_EVENT.Archived);

test('a plan that is owed when its ticket is sealed is still reminded of, and of nothing else', () => {
  const told = marks(sealed, DESK).map(({ act }) => act.do === 'tell' && act.tell.message);
  expect(told).toEqual(['plan-MC1-1-reminder', 'plan-MC1-1-escalated']);
});

test('the plan belongs into the seal, which is made anew', () => {
  const filed = after(sealed, ['officer-1', { ...EVERY_EVENT.PlanFiled, task: 'plan-MC1-1' }]);
  expect([filed.archived, filed.attempt]).toEqual([undefined, sealed.attempt + 1]);
  expect(marks(after(filed, EVERY_EVENT.Archived), DESK)).toEqual([]);
});
