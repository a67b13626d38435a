import { expect, test } from 'vitest';
import { paintFor } from '../../../local/demo/story/paint.ts';
import { SENTENCES, sentence } from '../../../local/demo/story/sentences.ts';
import { teller } from '../../../local/demo/story/teller.ts';
import { digestOf, given } from '../../domain/a-ticket.ts';
import { AWAITING_ALL, EVERY_EVENT } from '../../domain/every-event.ts';

const names = new Map([['handler-1', 'Sample Handler']]);
const texts = { [`text#${digestOf('e')}`]: { text: 'It is\n theirs.' } };
const tells = teller({ ticket: given(...AWAITING_ALL), names, texts, zone: 'Asia/Shanghai' });

test.for(Object.values(EVERY_EVENT))('$type is told in one sentence', (event) => {
  const said = sentence(event, tells, 'Sample Lead');
  expect(said).toMatch(/^\p{Lu}.*[.”]$/u);
  expect(said).not.toMatch(/undefined|\[object|NaN/);
});

test('there is a sentence for each event and no other', () => {
  expect(Object.keys(SENTENCES).sort()).toEqual(Object.keys(EVERY_EVENT).sort());
});

test('what somebody wrote is quoted on one line, found by the digest in the log', () => {
  expect(sentence(EVERY_EVENT.Returned, tells, 'Sample Lead')).toBe('Sample Lead sends it back: “It is theirs.”');
});

test('times are the bank’s', () => {
  expect(sentence(EVERY_EVENT.ClockStarted, tells, 'intake')).toContain('2026-12-08 00:00');
});

test('only a terminal gets colours', () => {
  expect(paintFor({})('red', 'late')).toBe('late');
  expect(paintFor({ isTTY: true })('red', 'late')).toContain('late');
});
