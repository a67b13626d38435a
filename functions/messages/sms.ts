import type { Locale } from '../domain/complaint-posted.ts';
import type { Purpose } from '../domain/event-words.ts';
import { en } from './sms/en.ts';
import { zhHans } from './sms/zh-hans.ts';
import { zhHant } from './sms/zh-hant.ts';
import { isToStaff, SMS_STAFF, type ToStaff } from './sms-staff.ts';
import { filled, type Slots, type Sms, type Template } from './sms-text.ts';

export type ToComplainant = Exclude<Purpose, ToStaff>;
export type SmsCatalogue = Readonly<Record<ToComplainant, Template>>;
export const isToComplainant = (purpose: Purpose): purpose is ToComplainant => !isToStaff(purpose);

export const SMS: Readonly<Record<Locale, Readonly<Record<Purpose, Template>>>> = {
  'zh-Hans': { ...zhHans, ...SMS_STAFF['zh-Hans'] },
  'zh-Hant': { ...zhHant, ...SMS_STAFF['zh-Hant'] },
  en: { ...en, ...SMS_STAFF.en },
};

/** The message of a purpose in a locale. */
export const sms = (purpose: Purpose, locale: Locale, slots: Slots): Sms => filled(SMS[locale][purpose], locale, slots);
