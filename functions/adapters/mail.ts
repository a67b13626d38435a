import { env } from './env.ts';
import { mailSes } from './mail-ses.ts';

export type OutgoingMail = Readonly<{ to: string; subject: string; text: string }>;
/** Sends one mail; resolves with the provider's id of it, rejects when it was not taken. */
export type MailPort = (mail: OutgoingMail) => Promise<string>;

/** The way mails leave, by configuration: SES, or none where the bank sends no mails to its customers. */
export function mailPort(): MailPort | undefined {
  const { MAIL_ADAPTER, MAIL_SENDER } = env('MAIL_ADAPTER', 'MAIL_SENDER');
  if (MAIL_ADAPTER === 'none') return undefined;
  if (!MAIL_SENDER) throw new Error('MAIL_ADAPTER is ses: MAIL_SENDER must be set, see infra/config.ts');
  return mailSes(MAIL_SENDER);
}
