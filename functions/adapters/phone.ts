import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { ComplaintPosted } from '../domain/complaint-posted.ts';

/** The post with its phone number as E.164, or without it where it is none: then it is missing, not a reason to refuse. */
export function normalPhone(post: ComplaintPosted, country: string): ComplaintPosted {
  const { phone, ...others } = post.complainant ?? { standing: 'self' as const };
  if (!phone) return post;
  const number = parsePhoneNumberFromString(phone, country as CountryCode);
  return { ...post, complainant: number?.isValid() ? { ...others, phone: number.number } : others };
}
