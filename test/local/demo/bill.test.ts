import { expect, test } from 'vitest';
import { billOf } from '../../../local/demo/cost/bill.ts';
import PRICES from '../../../local/demo/cost/prices.json' with { type: 'json' };
import type { MeterRecord } from '../../../local/meter.ts';

const [A, B] = ['0123456789AA', '0123456789BB'];
const record = (facts: Partial<MeterRecord> & Pick<MeterRecord, 'service' | 'what'>): MeterRecord => ({
  at: 0,
  resource: 'r',
  ...facts,
});
const invoked = (invocation: string, by = 'rule') =>
  record({ service: 'lambda', what: 'Invoke', resource: by, invocation, billedMs: 100, memoryMb: 256 });
const wrote = (invocation: string, key: string, writeUnits = 2) =>
  record({ service: 'dynamodb', what: 'PutItem', key, writeUnits, invocation });
const execution = (ticket: string) => `arn:aws:states:r:0:execution:machine:${ticket}-r1-a1`;

const RUN: readonly MeterRecord[] = [
  invoked('step', execution(A)),
  record({ service: 'dynamodb', what: 'GetItem', key: 'LINK#x', readUnits: 1, invocation: 'step' }),
  invoked('relay'),
  wrote('relay', `TICKET#${A}`),
  wrote('relay', `CASE#${B}`, 4),
  invoked('idle watch'),
  invoked('page', 'GET /w/{token}'),
  wrote('page', `TICKET#${B}`),
  record({ service: 'http-api', what: 'Request', resource: 'GET /w/{token}' }),
  record({ service: 'http-api', what: 'Request', resource: '-' }),
  invoked('hears', 'arn:aws:sqs:r:0:answers'),
  wrote('hears', `TICKET#${A}`),
  record({ service: 'sqs', what: 'SendMessage', resource: 'answers' }),
  record({ service: 'events', what: 'PutEvents', resource: 'bus' }),
  record({ service: 'states', what: 'StateTransition', resource: execution(A), quantity: 16 }),
  record({ service: 'states', what: 'HistoryEvent', resource: execution(A), quantity: 85 }),
  record({ service: 'dynamodb', what: 'Query', readUnits: 50 }),
];
const bill = billOf(RUN, ['a line of the access log']);
const [ofA, ofB] = [bill.byTicket.get(A), bill.byTicket.get(B)];

test('what tickets bear and what nobody bears is the whole bill', () => {
  const parts = [ofA?.usd, ofB?.usd, bill.fixed.usd].reduce((sum: number, usd) => sum + (usd ?? 0), 0);
  expect(parts).toBeCloseTo(bill.total.usd, 12);
  expect(bill.total.usd).toBeGreaterThan(0);
});

test('an invocation is shared by the tickets it touched, with all it did', () => {
  expect(ofA).toMatchObject({ transitions: 16, historyEvents: 85, invocations: 2.5, writeUnits: 5, readUnits: 1 });
  expect(ofB).toMatchObject({ transitions: 0, historyEvents: 0, invocations: 1.5, writeUnits: 5 });
});

test('requests to the API and the queues belong to whom they led to', () => {
  expect(ofB?.usdByService['HTTP API']).toBeCloseTo(1e-6, 12);
  expect(ofA?.usdByService.SQS).toBeCloseTo(4e-7, 12);
  expect(ofA?.usdByService.EventBridge).toBeCloseTo(1e-6, 12);
});

test('an invocation that touched no ticket, and a request that led nowhere, are nobody’s', () => {
  expect(bill.fixed.invocations).toBe(1);
  expect(bill.fixed.usdByService['HTTP API']).toBeCloseTo(1e-6, 12);
});

test('what the demo itself looks up is no part of the bill', () => {
  expect(bill.total.readUnits).toBe(1);
});

test('a service without a price is an error, never free', () => {
  const unknown = record({ service: 'quantum', what: 'Leap', invocation: 'step' });
  expect(() => billOf([unknown], [])).toThrow(/no price for quantum Leap/);
});

test('every price names its source and how sure it is', () => {
  for (const { usd, per, source, mark } of Object.values(PRICES.prices)) {
    expect(usd / per).toBeGreaterThan(0);
    expect(source).not.toBe('');
    expect(Object.keys(PRICES.marks)).toContain(mark);
  }
});
