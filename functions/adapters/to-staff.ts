import { isToStaff, SMS_STAFF } from '../messages/sms-staff.ts';
import { filled } from '../messages/sms-text.ts';
import { bySmsAlone, type Sender } from './outgoing.ts';

/** To people of the bank, who have a telephone. */
export const toStaff = (): Sender =>
  bySmsAlone(({ purpose, to, slots }) => {
    if (!isToStaff(purpose)) throw new Error(`${purpose} goes to complainants: see to-complainants.ts`);
    return filled(SMS_STAFF[to.locale][purpose], to.locale, slots);
  });
