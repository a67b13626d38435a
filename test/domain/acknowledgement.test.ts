import { expect, test } from 'vitest';
import { ACKNOWLEDGEMENT_PARTS, acknowledgementLacks } from '../../functions/domain/acknowledgement.ts';

test('an acknowledgement with all four parts may leave', () => {
  expect(acknowledgementLacks([...ACKNOWLEDGEMENT_PARTS, 'link'])).toEqual([]);
});

test.for(ACKNOWLEDGEMENT_PARTS)('one without %s may not', (part) => {
  expect(acknowledgementLacks(ACKNOWLEDGEMENT_PARTS.filter((other) => other !== part))).toEqual([part]);
});
