import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { settleCommand } from '../../functions/domain/settle-command.ts';
import { after, given, opened, received } from './a-ticket.ts';

const ordered = given(
  received(),
  opened('r1-remedies-1', 'core-banking', { work: 'remedies' }),
  ...(['m1-1', 'm2-1'] as const).map((command) => ({
    ...{ type: 'CommandOrdered' as const, command, action: 'fee-waiver', task: 'r1-remedies-1' },
  })),
);

test('core banking says that a command is carried out', () => {
  expect(settleCommand(ordered, { type: 'CommandCarriedOut', command: 'm1-1', reason: 'late' })).toStrictEqual([
    { type: 'CommandCarriedOut', command: 'm1-1' },
  ]);
});

test('core banking says that a command failed, and why; or does not say why', () => {
  const failed = { type: 'CommandFailed', command: 'm1-1' } as const;
  expect(settleCommand(ordered, { ...failed, reason: 'account-closed' })).toEqual([
    { ...failed, reason: 'account-closed' },
  ]);
  expect(settleCommand(ordered, failed)).toEqual([{ ...failed, reason: 'no-reason-given' }]);
});

test('the first answer counts: the same again, or another, changes nothing', () => {
  const done = after(ordered, ...settleCommand(ordered, { type: 'CommandCarriedOut', command: 'm1-1' }));
  expect(settleCommand(done, { type: 'CommandCarriedOut', command: 'm1-1' })).toEqual([]);
  expect(settleCommand(done, { type: 'CommandFailed', command: 'm1-1', reason: 'late' })).toEqual([]);
  expect(settleCommand(done, { type: 'CommandCarriedOut', command: 'm2-1' })).toHaveLength(1);
});

test('a command that was never ordered is refused, whatever it is called', () => {
  const names = fc.oneof(fc.string(), fc.constantFrom('constructor', '__proto__', 'toString', 'r1-remedies-1'));
  const refused = expect.objectContaining({ name: 'UnknownCommand' });
  fc.assert(
    fc.property(names, (command) => {
      fc.pre(!Object.keys(ordered.commands).includes(command));
      expect(() => settleCommand(ordered, { type: 'CommandCarriedOut', command })).toThrow(refused);
    }),
  );
});
