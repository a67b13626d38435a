import { env } from './env.ts';
import { smsGateway } from './sms-gateway.ts';
import { smsSns } from './sms-sns.ts';

/** `to`: E.164. `template`: the id under which the text is registered with the carriers. */
export type Outgoing = Readonly<{ to: string; text: string; template: string }>;
/** Sends one message; resolves with the provider's id of it, rejects when it was not taken. */
export type SmsPort = (message: Outgoing) => Promise<string>;

/** The way SMS leave, by configuration: SNS, or a domestic gateway where SNS has no SMS. */
export function smsPort(): SmsPort {
  const { SMS_ADAPTER, SMS_SENDER_ID } = env('SMS_ADAPTER', 'SMS_SENDER_ID');
  if (SMS_ADAPTER === 'sns') return smsSns(SMS_SENDER_ID);
  const { SMS_GATEWAY_URL, SMS_GATEWAY_SECRET } = env('SMS_GATEWAY_URL', 'SMS_GATEWAY_SECRET');
  if (!SMS_GATEWAY_URL || !SMS_GATEWAY_SECRET) {
    throw new Error('SMS_ADAPTER is http: SMS_GATEWAY_URL and SMS_GATEWAY_SECRET must be set, see infra/config.ts');
  }
  return smsGateway(SMS_GATEWAY_URL, SMS_GATEWAY_SECRET, SMS_SENDER_ID);
}
