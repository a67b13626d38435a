import { expect, test } from 'vitest';
import { answerMerged } from '../../functions/domain/answer-merged.ts';
import { clockState } from '../../functions/domain/clock-state.ts';
import { waitsForOther } from '../../functions/domain/ended.ts';
import { fold } from '../../functions/domain/evolve.ts';
import { loseExecution } from '../../functions/domain/lost-execution.ts';
import { CN } from '../../functions/rules/packs/cn.ts';
import { DESK } from './a-desk.ts';
import { after, clock, decisions, given, minutes, received, triaged } from './a-ticket.ts';
import { EVERY_EVENT } from './every-event.ts';
import { passAll } from './passed-marks.ts';

const older = { ...given(received(), triaged()), id: 'A' };
const merged = given(received(), clock({ dueAt: minutes(30) }), { type: 'MergedInto', other: 'A', rule: 'SM1' });
const reply = (count: number) => ({
  ...older,
  replied: { message: 'r1-reply', way: 'e-mail' as const, inTime: true, at: minutes(count) },
});

test.for([
  ['before its own date', 29, true],
  ['after its own date, though in time for the other', 30, false],
] as const)('the reply of the other is its own: %s', ([, count, inTime]) => {
  expect(answerMerged(reply(count), merged)).toEqual([
    { type: 'Replied', message: 'r1-reply', way: 'e-mail', inTime, givenAt: minutes(count) },
  ]);
});

test.for([
  ['e-mail', {}],
  ['phone', { dialledAt: minutes(29) }],
] as const)('given by %s in time, it is in time for both, however late this log learns of it', ([way, call]) => {
  const called = { ...EVERY_EVENT.Called, message: 'r1-reply', at: minutes(40), by: 'desk-1', ...call };
  const replied = { message: 'r1-reply', way, inTime: true, at: way === 'phone' ? minutes(40) : minutes(29) };
  const other = { ...older, replied, calls: way === 'phone' ? [called] : [] };
  const answered = fold(decisions(answerMerged(other, merged), 40), merged);
  const { decide } = answered.clocks;
  expect(answered.replied).toMatchObject({ inTime: true, at: minutes(40), givenAt: minutes(29) });
  expect(decide && clockState(answered, 1, decide, CN, minutes(41))).toEqual({ state: 'met', at: minutes(29) });
  expect(passAll(answered, DESK, minutes(41)).events.filter(({ type }) => type === 'Overdue')).toEqual([]);
});

test('who withdraws the other has not withdrawn this one: it goes its own way', () => {
  const withdrawn = { ...after(older, { type: 'Withdrawn', followUp: 'f1' }), id: 'A' };
  expect(answerMerged(withdrawn, merged)).toEqual([{ type: 'MergeUndone', other: 'A' }]);
  const alone = after(merged, ...answerMerged(withdrawn, merged));
  expect([alone.mergedInto, alone.withdrawn, alone.parted]).toEqual([undefined, undefined, ['A']]);
});

test('taken apart later, it keeps a withdrawal of its own, and none that came with the other', () => {
  const undone = { type: 'MergeUndone', other: 'A' } as const;
  expect(after(merged, { type: 'Withdrawn', followUp: 'f1' }, undone).withdrawn).toBeUndefined();
  const said = { type: 'FollowUpReceived', followUp: 'f1', about: 'withdrawal', attachments: 0 } as const;
  expect(after(merged, said, { type: 'Withdrawn', followUp: 'f1' }, undone).withdrawn).toMatchObject({
    followUp: 'f1',
  });
});

test('answered once, taken apart, or merged into another: it is not answered', () => {
  const answered = after(merged, { type: 'Replied', message: 'r1-reply', way: 'sms', inTime: true });
  expect(answerMerged(reply(1), answered)).toEqual([]);
  expect(answerMerged(reply(1), given(received()))).toEqual([]);
  expect(answerMerged({ ...reply(1), id: 'B' }, merged)).toEqual([]);
  expect(answerMerged(older, merged)).toEqual([]);
});

test('while it waits for the other, nobody misses its execution; answered, another closes it', () => {
  expect(waitsForOther(merged)).toBe(true);
  const execution = { execution: 'B-r1-a2', status: 'SUCCEEDED', attemptsAtMost: 3 };
  expect(loseExecution({ ...merged, id: 'B' }, execution)).toEqual([]);
  const answered = after(merged, { type: 'Replied', message: 'r1-reply', way: 'sms', inTime: true });
  expect([waitsForOther(answered), answered.attempt]).toEqual([false, merged.attempt + 1]);
});
