import { expect, test } from 'vitest';
import { clockOffers } from '../../functions/pages/clock-offers.ts';
import { DESK } from '../domain/a-desk.ts';
import { after, clock, filed, given, opened, received } from '../domain/a-ticket.ts';
import { EVERY_EVENT } from '../domain/every-event.ts';

const TASK = 'r1-v1-s0-0';
const now = new Date('2026-11-23T02:00:00.000Z');
const handled = given(received(), clock(), opened(TASK, 'handler-1'), filed(TASK, 'handler-1'));
const offered = (ticket: typeof handled, person: string) =>
  clockOffers({ ticket, task: ticket.tasks[TASK], person }, DESK, now);

test('who has filed for the lead may still stop the clock, or ask for more time; a stranger may not', () => {
  expect(offered(handled, 'handler-1')).toMatchObject({ steps: [{ step: 1 }], stops: [{}, {}] });
  expect(offered(handled, 'handler-2')).toMatchObject({ steps: [], stops: [] });
});

test('who investigated for an earlier round moves no date of the next, though its clock runs on', () => {
  const again = after(handled, EVERY_EVENT.RoundOpened);
  expect(again.clocks.decide).toBeDefined();
  expect(offered(again, 'handler-1')).toMatchObject({ steps: [], stops: [], standing: [], newFacts: [] });
});
