import { expect, test } from 'vitest';
import { followUp } from '../../functions/domain/follow-up.ts';
import { followUpMarks } from '../../functions/domain/marks/follow-ups.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { after, clock, filed, given, minutes, opened, received, triaged } from './a-ticket.ts';
import { cnRules } from './round-rules.ts';

const begun = given(received(), clock(), triaged());
const more = { followUp: 'f-1', about: 'question', channel: 'app', attachments: 0, at: minutes(30) } as const;
const arrived: TicketEvent = {
  ...{ type: 'FollowUpReceived', followUp: 'f-1', about: 'question', channel: 'app', attachments: 0 },
};
const withdrawing = { ...more, about: 'withdrawal' } as const;
const replied: TicketEvent = { type: 'Replied', message: 'r1-reply', way: 'sms', inTime: true };
const open = after(begun, opened('r1-v1-s0-0', 'ann'), opened('r1-v1-s1-0', 'bob'));

test('a word that came already is not taken again', () => {
  const once = after(begun, ...followUp(begun, cnRules, more));
  expect(followUp(once, cnRules, { ...more, about: 'withdrawal' })).toEqual([]);
});

test('a withdrawal ends what has no reply yet, in the same decision', () => {
  expect(followUp(open, cnRules, withdrawing).map(({ type }) => type)).toEqual(['FollowUpReceived', 'Withdrawn']);
});

test('what was merged into another is withdrawn by its own number', () => {
  const merged = after(begun, { type: 'MergedInto', other: '0123456789AB', rule: 'SM1' });
  expect(followUp(merged, cnRules, withdrawing).map(({ type }) => type)).toEqual(['FollowUpReceived', 'Withdrawn']);
});

test.for([
  ['replied to', after(begun, replied)],
  ['withdrawn', after(begun, { type: 'Withdrawn', followUp: 'f-0' })],
  ['declined', after(begun, { type: 'Declined', reason: 'no-standing' })],
] as const)('a withdrawal of what is %s is on record, and no more', ([, ticket]) => {
  expect(followUp(ticket, cnRules, withdrawing).map(({ type }) => type)).toEqual(['FollowUpReceived']);
});

test.for([
  ['the holder of the lead’s task', after(open, arrived), { to: { person: 'ann' }, page: 'work', task: 'r1-v1-s0-0' }],
  [
    'who filed last, where nothing is open',
    after(open, filed('r1-v1-s0-0', 'ann'), arrived),
    { to: { person: 'ann' }, page: 'work', task: 'r1-v1-s0-0' },
  ],
  [
    'who filed last, once there is a reply, by a link to the whole ticket',
    after(open, filed('r1-v1-s0-0', 'ann'), replied, arrived),
    { to: { person: 'ann' }, page: 'desk' },
  ],
  [
    'the desk, where nobody ever worked on it',
    after(begun, { type: 'Closed', outcome: 'not-rated' }, arrived),
    { to: { person: 'triage-desk' }, page: 'desk' },
  ],
] as const)('there is more: %s is told', ([, ticket, tell]) => {
  const [{ act } = {}] = followUpMarks(ticket);
  expect(act).toMatchObject({ do: 'tell', tell: { message: 'f-1-told', purpose: 'follow-up', ...tell } });
});

test('a task that is opened later shows what came before it: nobody is told', () => {
  expect(followUpMarks(after(begun, arrived))).toEqual([]);
  expect(followUpMarks(after(begun, arrived, opened('r1-v1-s0-0', 'ann')))).toEqual([]);
});
