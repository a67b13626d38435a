import { describe, expect, test } from 'vitest';
import { Locale } from '../../functions/domain/complaint-posted.ts';
import { Purpose } from '../../functions/domain/event-words.ts';
import { parts } from '../../functions/domain/sms-parts.ts';
import { dueText } from '../../functions/messages/due-text.ts';
import { SMS_CODE } from '../../functions/messages/sms/codes.ts';
import { SMS } from '../../functions/messages/sms.ts';
import { filled } from '../../functions/messages/sms-text.ts';

const link = `https://complaints.bank.example/a/${'x'.repeat(12)}`;
const slots = {
  ticket: 'K7Q2M9XTR4ZB',
  other: 'M9XTR4ZBK7Q2',
  hotline: '+864001234567',
  link,
  by: '12月31日18:00',
  code: '012345',
  minutes: '10',
};
const textOf = (purpose: Purpose, locale: Locale) => (purpose === 'code' ? SMS_CODE[locale] : SMS[locale][purpose]);
const sms = (purpose: Purpose, locale: Locale, told: Parameters<typeof filled>[2]) =>
  filled(textOf(purpose, locale), locale, told);
const every = Locale.options.flatMap((locale) => Purpose.options.map((purpose) => [purpose, locale] as const));

test('the link of these tests is as long as links are planned for', () => {
  expect(link).toHaveLength(46);
});

describe.for(every)('%s in %s', ([purpose, locale]) => {
  const by = dueText('2026-12-31T10:00:00.000Z', locale, 'Asia/Shanghai');
  const { template, text } = sms(purpose, locale, { ...slots, by });

  test('is a registered text with an id of its own', () => {
    expect(template).toMatch(new RegExp(`^${purpose}\\.${locale}\\.\\d+$`));
  });

  test('takes two parts at most, one without a link that is not advice', () => {
    const long = textOf(purpose, locale).text.some(([tells]) => tells === 'link' || tells === 'what-to-do');
    expect(parts(text).parts).toBeLessThanOrEqual(long ? 2 : 1);
  });

  test('is written in the alphabet of its locale', () => {
    expect(parts(text).encoding).toBe(locale === 'en' ? 'GSM-7' : 'UCS-2');
  });

  test('leaves no slot open', () => {
    expect(text).not.toMatch(/[{}]/);
    expect(text).toContain(slots.ticket);
  });
});

test.for(Locale.options)('an acknowledgement in %s says that, what next, by when and how to reach us', (locale) => {
  const by = dueText('2026-12-07T16:00:00.000Z', locale, 'Asia/Shanghai');
  const { text, tells } = sms('acknowledgement', locale, { ...slots, by });
  expect(tells).toEqual(['accepted', 'next', 'by-when', 'how-to-reach']);
  expect(text).toContain(by);
  expect(text).toContain(slots.hotline);
});

test('a text that lacks what it must tell is never sent', () => {
  expect(() => sms('acknowledgement', 'en', { ticket: 'K7Q2M9XTR4ZB', hotline: '95500' })).toThrow('needs {by}');
});

test.for([
  ['the end of a day is told as that day', '2026-12-07T16:00:00.000Z', 'zh-Hans', '12月7日'],
  ['the end of a day in English', '2026-12-07T16:00:00.000Z', 'en', '7 Dec'],
  ['an hour is told', '2026-12-07T10:00:00.000Z', 'zh-Hant', '12月7日18:00'],
  ['an hour in English', '2026-12-07T10:30:00.000Z', 'en', '7 Dec 18:30'],
] as const)('%s', ([, at, locale, text]) => {
  expect(dueText(at, locale, 'Asia/Shanghai')).toBe(text);
});
