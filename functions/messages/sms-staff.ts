import type { Locale } from '../domain/complaint-posted.ts';
import { type Purpose, TO_STAFF } from '../domain/event-words.ts';
import { enStaff } from './sms/en-staff.ts';
import { zhHansStaff } from './sms/zh-hans-staff.ts';
import { zhHantStaff } from './sms/zh-hant-staff.ts';
import type { Template } from './sms-text.ts';

export type ToStaff = (typeof TO_STAFF)[number];
export type StaffCatalogue = Readonly<Record<ToStaff, Template>>;
export const isToStaff = (purpose: Purpose): purpose is ToStaff => (TO_STAFF as readonly Purpose[]).includes(purpose);

/** What people of the bank are told, but for their codes: apart, because most functions write to nobody else. */
export const SMS_STAFF: Readonly<Record<Locale, StaffCatalogue>> = {
  'zh-Hans': zhHansStaff,
  'zh-Hant': zhHantStaff,
  en: enStaff,
};
