import { afterEach, expect, test, vi } from 'vitest';
import { env } from '../../functions/adapters/env.ts';

afterEach(() => vi.unstubAllEnvs());

test('a function gets the variables it names, and no others', () => {
  vi.stubEnv('BUS_NAME', 'redress');
  vi.stubEnv('TICKETS_TABLE', 'tickets');
  expect(env('BUS_NAME')).toEqual({ BUS_NAME: 'redress' });
});

test('what is missing or misstated is named, all of it, and where to look', () => {
  vi.stubEnv('BUS_NAME', undefined);
  vi.stubEnv('TICKETS_TABLE', undefined);
  vi.stubEnv('SMS_ADAPTER', 'pigeon');
  vi.stubEnv('HOTLINE', '95500');
  const starting = () => env('BUS_NAME', 'HOTLINE', 'TICKETS_TABLE', 'SMS_ADAPTER');
  expect(starting).toThrow(/lacks or misstates BUS_NAME, TICKETS_TABLE, SMS_ADAPTER: see infra/);
});

test('a wrong value is not quoted: it may be a secret in the wrong place', () => {
  vi.stubEnv('SMS_ADAPTER', 'my secret');
  expect(() => env('SMS_ADAPTER')).toThrow(
    expect.not.objectContaining({ message: expect.stringMatching('my secret') }),
  );
});

test('what a stage may leave out is left out', () => {
  vi.stubEnv('SMS_SENDER_ID', undefined);
  vi.stubEnv('SMS_ADAPTER', 'http');
  expect(env('SMS_ADAPTER', 'SMS_SENDER_ID')).toEqual({ SMS_ADAPTER: 'http' });
});
