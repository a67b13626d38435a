import { SMS_CODE } from '../messages/sms/codes.ts';
import { filled } from '../messages/sms-text.ts';
import { bySmsAlone, type Sender } from './outgoing.ts';

/** To whoever asks for a code at a page: the one message that pages send. */
export const toAsker = (): Sender => bySmsAlone(({ to, slots }) => filled(SMS_CODE[to.locale], to.locale, slots));
