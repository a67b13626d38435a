import { isToStaff, SMS_STAFF } from '../messages/sms-staff.ts';
import { filled, type Sms } from '../messages/sms-text.ts';
import { attempted, bySms, type Outgoing, type Sender } from './outgoing.ts';

/** To people of the bank, who have a telephone. */
export function toStaff(): Sender {
  const send = bySms();
  return {
    writesMails: false,
    templateOf: (one) => textOf(one).template,
    send: (one) => attempted(one, () => send(one.to, textOf(one))),
  };
}

function textOf({ purpose, to, slots }: Pick<Outgoing, 'purpose' | 'to' | 'slots'>): Sms {
  if (!isToStaff(purpose)) throw new Error(`${purpose} goes to complainants: see to-anybody.ts`);
  return filled(SMS_STAFF[to.locale][purpose], to.locale, slots);
}
