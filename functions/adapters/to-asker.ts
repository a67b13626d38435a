import { SMS_CODE } from '../messages/sms/codes.ts';
import { filled, type Sms } from '../messages/sms-text.ts';
import { attempted, bySms, type Outgoing, type Sender } from './outgoing.ts';

/** To whoever asks for a code at a page: the one message that pages send. */
export function toAsker(): Sender {
  const send = bySms();
  return {
    writesMails: false,
    templateOf: (one) => textOf(one).template,
    send: (one) => attempted(one, () => send(one.to, textOf(one))),
  };
}

const textOf = ({ to, slots }: Pick<Outgoing, 'to' | 'slots'>): Sms => filled(SMS_CODE[to.locale], to.locale, slots);
