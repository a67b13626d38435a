import { countryOf, type Guarded, isCounted } from '../domain/sms-caps.ts';
import { LIMITS } from '../rules/limits.ts';
import { SMS_COUNTRIES, SMS_GUARD } from '../rules/sms-caps.ts';
import { documents } from './clients.ts';
import { env } from './env.ts';
import { counter, rowOf } from './throttle.ts';

const DAY = 24 * 3600;

/**
 * Whether an SMS to a complainant may still leave today: by its phone first, so that a flood to one number is stopped there
 * and does not use up its country.
 */
export const smsGuard = () => {
  const { CASE_FILES_TABLE } = env('CASE_FILES_TABLE');
  const once = counter(documents(), CASE_FILES_TABLE);

  return async (phone: string, guarded: Guarded, now: Date): Promise<boolean> => {
    if (!isCounted(SMS_GUARD, guarded)) return true;
    const who = guarded.isVerified ? 'verified' : 'unverified';
    if (!(await once(rowOf(LIMITS, `SMS to a phone, ${who}`), phone, now))) return false;
    const [rule, code, unverified, verified] = countryOf(SMS_COUNTRIES, phone);
    const row = [rule, code, guarded.isVerified ? verified : unverified, DAY] as const;
    return once(row, `${code} ${who}`, now);
  };
};
export type SmsGuard = ReturnType<typeof smsGuard>;
