import { expect, test } from 'vitest';
import { argumentsOf } from '../../../local/demo/arguments.ts';

test('without arguments: the samples, with their stories', () => {
  expect(argumentsOf([])).toMatchObject({ seed: 1, limit: Number.POSITIVE_INFINITY, summary: false, deskWorks: true });
});

test('help is nothing to run', () => {
  expect(argumentsOf(['--help'])).toBeUndefined();
});

test.for([['--sumary'], ['--limit', 'ten'], ['--limit', '0'], ['--seed', '-1'], ['--desk', 'perhaps'], ['file.jsonl']])(
  '%s cannot be meant',
  (args) => {
    expect(() => argumentsOf(args)).toThrow(expect.objectContaining({ name: 'WrongArguments' }));
  },
);
