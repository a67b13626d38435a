import type { Locale } from '../domain/complaint-posted.ts';
import type { Purpose } from '../domain/event-words.ts';
import { en } from './sms/en.ts';
import { zhHans } from './sms/zh-hans.ts';
import { zhHant } from './sms/zh-hant.ts';
import { isToStaff, SMS_STAFF, type ToStaff } from './sms-staff.ts';
import { filled, type Slots, type Sms, type Template } from './sms-text.ts';

export type ToComplainant = Exclude<Purpose, ToStaff | 'code'>;
export type SmsCatalogue = Readonly<Record<ToComplainant, Template>>;
export const isToComplainant = (purpose: Purpose): purpose is ToComplainant =>
  !isToStaff(purpose) && purpose !== 'code';

/** All but the codes, which pages send themselves. */
export const SMS: Readonly<Record<Locale, Readonly<Record<ToComplainant | ToStaff, Template>>>> = {
  'zh-Hans': { ...zhHans, ...SMS_STAFF['zh-Hans'] },
  'zh-Hant': { ...zhHant, ...SMS_STAFF['zh-Hant'] },
  en: { ...en, ...SMS_STAFF.en },
};

/** The message of a purpose in a locale. */
export function sms(purpose: Purpose, locale: Locale, slots: Slots): Sms {
  if (purpose === 'code') throw new Error('a code is sent by the page it is for: see to-asker.ts');
  return filled(SMS[locale][purpose], locale, slots);
}
