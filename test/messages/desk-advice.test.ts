import { expect, test } from 'vitest';
import { Locale } from '../../functions/domain/complaint-posted.ts';
import { adviceOn } from '../../functions/messages/pages/desk-advice.ts';

const known = ['NobodyOnRoster', 'NobodyTold', 'NotReached', 'NotCarriedOut', 'ReturnedTooOften', 'States.Timeout'];

test.for(Locale.options)('whoever finds a ticket that is stuck reads what is to be done first, in %s', (locale) => {
  const other = adviceOn('TypeError', locale);
  expect(new Set([...known.map((error) => adviceOn(error, locale)), other]).size).toBe(known.length + 1);
  for (const unnamed of [undefined, 'constructor', 'other']) expect(adviceOn(unnamed, locale)).toBe(other);
});
