import { describe, expect, test } from 'vitest';
import { Locale } from '../../functions/domain/complaint-posted.ts';
import { Purpose } from '../../functions/domain/event-words.ts';
import { BRAND } from '../../functions/messages/brand.ts';
import { mail } from '../../functions/messages/mail.ts';
import { isToComplainant, sms } from '../../functions/messages/sms.ts';

const link = 'https://complaints.bank.example/l/sample-token';
const slots = { ticket: 'K7Q2M9XTR4ZB', other: 'M9XTR4ZBK7Q2', hotline: '95500', link, by: '7 Dec' };
const purposes = Purpose.options.filter(isToComplainant);
const every = Locale.options.flatMap((locale) => purposes.map((purpose) => [purpose, locale] as const));

describe.for(every)('%s in %s', ([purpose, locale]) => {
  const { subject, text, template } = mail(purpose, locale, slots);
  const short = sms(purpose, locale, slots);

  test('says what its SMS says, and nothing else but greeting, warning and signature', () => {
    const said = short.text.replace(/^(【[^】]*】|[^:]*: )/, '').trim();
    const [, message = '', ...frame] = text.split('\n\n');
    expect(message.toLowerCase()).toBe(said.toLowerCase());
    expect(frame).toHaveLength(2);
    expect(frame.at(-1)?.trim()).toBe(BRAND[locale]);
    expect(template).toBe(`mail.${short.template}`);
  });

  test('has a subject of one short line that names the case', () => {
    expect(subject).toContain(slots.ticket);
    expect(subject).not.toMatch(/[\r\n{}]/);
    expect(subject.length).toBeLessThanOrEqual(70);
  });

  test('leaves no slot open, and begins as a sentence', () => {
    expect(text).not.toMatch(/[{}]/);
    expect(text.split('\n\n')[1]).not.toMatch(/^[a-z【]/);
  });
});

test('a mail that lacks what it must tell is never sent', () => {
  expect(() => mail('still-working', 'en', { ticket: 'K7Q2M9XTR4ZB', hotline: '95500' })).toThrow('needs {by}');
});
