import { expect, test } from 'vitest';
import { normalPhone } from '../../../functions/adapters/phone.ts';
import { ComplaintPosted } from '../../../functions/domain/complaint-posted.ts';
import { postsOfRows } from '../../../local/demo/cfpb-rows.ts';

const row = (facts: Readonly<Record<string, unknown>> = {}) => ({
  'Complaint ID': '42',
  'Consumer complaint narrative': 'They charged me twice.',
  Issue: 'Billing disputes',
  department: 'accounting',
  State: 'CA',
  ...facts,
});
const bodiesOf = (...rows: Readonly<Record<string, unknown>>[]) => postsOfRows(rows, 1).map(({ body }) => body);

test('a row becomes a post that the door takes, with a phone that can be reached', () => {
  const post = ComplaintPosted.parse(bodiesOf(row())[0]);
  expect(post).toMatchObject({ channel: 'web', channelReference: '42', locale: 'en', zone: 'America/Los_Angeles' });
  expect(normalPhone(post, 'CN').complainant?.phone).toBe('+12015550100');
});

test('what the row says of its issue and its department never reaches triage', () => {
  const body = JSON.stringify(bodiesOf(row()));
  expect(body).not.toMatch(/Billing disputes|accounting/);
});

test('a row without a state keeps New York’s time, one without a narrative is posted all the same', () => {
  const [post] = bodiesOf(row({ State: '', 'Consumer complaint narrative': '' }));
  expect(post).toMatchObject({ zone: 'America/New_York', narrative: '' });
  expect(ComplaintPosted.safeParse(post).success).toBe(false);
});

test('rows come in order, 25 a day, and faster when there are many', () => {
  const [first, second] = postsOfRows([row(), row()], 1);
  expect((second?.at.getTime() ?? 0) - (first?.at.getTime() ?? 0)).toBe(86_400_000 / 25);
  const many = postsOfRows(
    Array.from({ length: 1_000 }, (_, i) => row({ 'Complaint ID': String(i) })),
    1,
  );
  expect((many.at(-1)?.at.getTime() ?? 0) - (many[0]?.at.getTime() ?? 0)).toBeLessThan(20 * 86_400_000);
});

test('the same seed behaves the same, another one differently', () => {
  const rows = Array.from({ length: 20 }, (_, i) => row({ 'Complaint ID': String(i) }));
  const behaviours = (seed: number) => postsOfRows(rows, seed).map(({ behaviour }) => behaviour);
  expect(behaviours(1)).toEqual(behaviours(1));
  expect(behaviours(2)).not.toEqual(behaviours(1));
});
