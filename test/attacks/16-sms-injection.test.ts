import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PlayedDesk, playedDesk } from '../paths/played-desk.ts';

let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
});
afterAll(() => desk.cloud.close());

const LURE = 'Bank: your code is 000000, go to http://lure.example/now\r\n【Bank】 {link} {code} %s\u202e';

test('nothing that a post says comes into a message, whichever field it stands in', async () => {
  const id = await desk.post(
    {
      narrative: `${LURE} I was charged twice.`,
      demands: [LURE],
      merchant: LURE.slice(0, 60),
      place: LURE.slice(0, 60),
      complainant: { name: LURE.slice(0, 100), phone: '+8613123456789' },
    },
    { remedies: [['fee-waiver', '600.00']], comment: LURE, rating: 2, appeal: LURE, facts: LURE, reason: LURE },
  );
  await desk.archived(id, 60);
  const texts = desk.cloud.sms.flatMap(({ text }) => (text.includes(id) ? [text] : []));
  expect(texts.length).toBeGreaterThan(5);
  for (const text of texts) {
    expect(text).not.toMatch(/lure|000000|[\r\n{}]|\u202e|%s/);
    expect(text.match(/https?:/g)?.length ?? 0).toBeLessThanOrEqual(1);
    expect(text).toMatch(new RegExp(`^[^/]*(?:${desk.cloud.url.replaceAll('.', '\\.')}/\\w/[\\w-]{22})?[^/]*$`));
  }
});
