import { expect, test } from 'vitest';
import { appealWindow, askAppeal } from '../../functions/domain/appeal.ts';
import { openRoundByDesk } from '../../functions/domain/open-round.ts';
import type { Ticket } from '../../functions/domain/ticket.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { after, at, clock, digestOf, given, minutes, opened, received, triaged } from './a-ticket.ts';
import { cnRules, ukRules } from './round-rules.ts';

const replied: TicketEvent = { type: 'Replied', message: 'r1-reply', way: 'sms', inTime: true };
const complaint = given(received(), clock(), triaged());
const answered = after(complaint, replied); // 22 Nov, 10:03 in Shanghai
const asked = (ticket: Ticket, on = minutes(10)) => askAppeal(ticket, cnRules, { via: 'letter', at: on });
const second = after(answered, ...asked(answered), { ...replied, message: 'r2-reply' });

test('an objection opens the next round, acknowledged anew, with thirty days to decide', () => {
  expect(asked(answered)).toEqual([
    { type: 'AppealAsked', via: 'letter' },
    { type: 'RoundOpened', round: 2, because: 'appeal' },
    { type: 'ClockStarted', clock: 'acknowledge', startsAt: minutes(10), dueAt: minutes(20), rule: 'B1' },
    {
      ...{ type: 'ClockStarted', clock: 'verification', rule: 'cn-verify-decide' },
      ...{ startsAt: minutes(10), dueAt: '2026-12-22T16:00:00.000Z' },
    },
  ]);
});

test('the clocks that the reply settled stay with their round, and the new one has its own', () => {
  const again = after(answered, ...asked(answered));
  expect(Object.keys(again.earlier[0]?.clocks ?? {})).toEqual(['decide']);
  expect(Object.keys(again.clocks)).toEqual(['acknowledge', 'verification']);
});

test.for([
  ['on its last day', '2026-12-22T15:59:59.999Z', 'open'],
  ['a moment later', '2026-12-22T16:00:00.000Z', 'too-late'],
] as const)('the thirty days to ask end with the thirtieth after the reply: %s', ([, on, state]) => {
  expect(appealWindow(answered, cnRules, on)).toEqual({ state, until: '2026-12-22T16:00:00.000Z' });
});

test('a pack that names no time leaves it to the bank, and its clock for a decision begins anew', () => {
  expect(appealWindow(answered, ukRules, at)).toMatchObject({ until: '2026-12-23T00:00:00.000Z' });
  const [, , , started] = askAppeal(answered, ukRules, { via: 'survey', at: minutes(10) });
  expect(started).toMatchObject({ clock: 'decide', rule: 'uk-decide-8', dueAt: '2027-01-18T00:00:00.000Z' });
});

test('asked for too late, or after the last round, it is refused, and on record once', () => {
  const late = asked(answered, '2026-12-23T00:00:00.000Z');
  expect(late).toEqual([{ type: 'AppealRefused', because: 'too-late' }]);
  expect(asked(after(answered, ...late), '2026-12-23T00:00:00.000Z')).toEqual([]);
  expect(asked(second)).toEqual([{ type: 'AppealRefused', because: 'last-round' }]);
});

test.for([
  ['has no reply yet', complaint],
  ['is in its second round already', after(answered, ...asked(answered))],
  ['is an enquiry', after(given(received({ kind: 'inquiry' })), replied)],
  ['was withdrawn', after(complaint, { type: 'Withdrawn', followUp: 'f1' })],
] as const)('nothing is asked anew of a ticket that %s', ([, ticket]) => {
  expect(asked(ticket)).toEqual([]);
});

const principle = { because: 'principle', reason: digestOf('e'), at: minutes(10) } as const;

test('for a matter of principle others begin at any time, and the date that the law gave stands', () => {
  const investigating = after(complaint, opened('r1-v1-s0-0', 'ann'));
  const begun = after(investigating, ...openRoundByDesk(investigating, cnRules, principle));
  expect(begun.round).toBe(2);
  expect(begun.tasks['r1-v1-s0-0']?.closed?.outcome).toBe('void');
  expect(begun.clocks.decide?.dueAt).toBe(complaint.clocks.decide?.dueAt);
  expect(begun.clocks.verification).toBeUndefined();
});

test('a round that ended without a reply takes no review from the complainant', () => {
  const begun = after(complaint, ...openRoundByDesk(complaint, cnRules, principle), {
    ...replied,
    message: 'r2-reply',
  });
  expect(asked(begun)[1]).toMatchObject({ type: 'RoundOpened', round: 3 });
});

test.for([
  ['that has just begun for it', after(complaint, ...openRoundByDesk(complaint, cnRules, principle))],
  ['of a ticket that was withdrawn', after(complaint, { type: 'Withdrawn', followUp: 'f1' })],
  ['of an enquiry', given(received({ kind: 'inquiry' }))],
] as const)('the desk opens no further round over one %s', ([, ticket]) => {
  expect(() => openRoundByDesk(ticket, cnRules, principle)).toThrow(
    expect.objectContaining({ name: 'NoFurtherRound' }),
  );
});

test('a reply that came too late is a breach on record, though its round is over before the watch looked', () => {
  const late = after(given(received(), clock({ dueAt: minutes(1) }), triaged()), { ...replied, inTime: false });
  const [, breach, next] = asked(late);
  expect(breach).toEqual({ type: 'Overdue', clock: 'decide', dueAt: minutes(1) });
  expect(next).toMatchObject({ type: 'RoundOpened' });
});
