import { expect, test } from 'vitest';
import { matches } from '../../../local/event-pattern.ts';

const event = {
  source: 'channel.app',
  'detail-type': 'ComplaintPosted',
  resources: ['arn:a', 'arn:b'],
  detail: { amount: 12, kind: 'Fee', empty: null, tags: [{ name: 'x' }, { name: 'y' }], nested: { flag: true } },
};

// biome-ignore format: a table
test.for<[isMatch: boolean, pattern: Record<string, unknown>]>([
  [true, { source: ['channel.app'] }],
  [false, { source: ['channel.web'] }],
  [true, { source: ['channel.web', 'channel.app'], 'detail-type': ['ComplaintPosted'] }],
  [false, { source: ['channel.app'], 'detail-type': ['Other'] }],
  [true, { resources: ['arn:b'] }],
  [true, { detail: { nested: { flag: [true] } } }],
  [false, { detail: { nested: { flag: ['true'] } } }],
  [true, { detail: { empty: [null] } }],
  [true, { detail: { tags: { name: ['y'] } } }],
  [true, { source: [{ prefix: 'channel.' }] }],
  [true, { source: [{ suffix: '.app' }] }],
  [true, { detail: { kind: [{ 'equals-ignore-case': 'fee' }] } }],
  [true, { detail: { kind: [{ prefix: { 'equals-ignore-case': 'FE' } }] } }],
  [true, { source: [{ wildcard: 'ch*.a*p' }] }],
  [false, { source: [{ wildcard: 'ch*.b' }] }],
  [true, { detail: { amount: [{ numeric: ['>', 10, '<=', 12] }] } }],
  [false, { detail: { amount: [{ numeric: ['<', 12] }] } }],
  [true, { detail: { kind: [{ 'anything-but': 'Other' }] } }],
  [false, { detail: { kind: [{ 'anything-but': ['Other', 'Fee'] }] } }],
  [false, { detail: { kind: [{ 'anything-but': { prefix: 'F' } }] } }],
  [false, { detail: { missing: [{ 'anything-but': 'x' }] } }],
  [true, { detail: { missing: [{ exists: false }] } }],
  [true, { detail: { amount: [{ exists: true }] } }],
  [false, { detail: { nested: [{ exists: true }] } }],
  [true, { $or: [{ source: ['none'] }, { detail: { amount: [12] } }] }],
  [false, { $or: [{ source: ['none'] }], detail: { amount: [12] } }],
])('%s: %j', ([isMatch, pattern]) => {
  expect(matches(pattern, event)).toBe(isMatch);
});

test.for([{ source: [{ cidr: '10.0.0.0/8' }] }, { source: 'channel.app' }, { source: [{ prefix: 'a', suffix: 'b' }] }])(
  'what is not run here is refused: %j',
  (pattern) => {
    expect(() => matches(pattern, event)).toThrow(expect.objectContaining({ name: 'UnsupportedPattern' }));
  },
);
