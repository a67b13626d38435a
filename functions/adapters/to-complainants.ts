import { type MailPort, mailPort } from './mail.ts';
import { type SmsGuard, smsGuard } from './sms-guard.ts';

/** What it takes to write to complainants: mails besides SMS, and a guard over how many SMS leave. */
export type ToComplainants = Readonly<{ mails: MailPort | undefined; mayText: SmsGuard }>;

export const toComplainants = (): ToComplainants => ({ mails: mailPort(), mayText: smsGuard() });
