import { Aws } from 'aws-cdk-lib';
import type { Ground, Provision } from './needs.ts';
import { allow, deny } from './statements.ts';

/** What a function needs to send one message: the way out, the pages' address for its link, and the hotline. */
export function message({ config: { sms, bank }, baseUrl }: Ground): Provision {
  const told = {
    BANK_ZONE: bank.zone,
    BASE_URL: baseUrl,
    HOTLINE: bank.hotline,
    SMS_ADAPTER: sms.adapter,
    SMS_SENDER_ID: sms.senderId,
  };
  if (sms.adapter === 'sns')
    return { env: told, may: [allow(['sns:Publish'], '*'), deny(['sns:Publish'], `arn:${Aws.PARTITION}:sns:*:*:*`)] };
  if (!sms.gateway) throw new Error("sms.adapter is 'http': infra/config.ts must name sms.gateway");
  const { url, secretArn } = sms.gateway;
  return {
    env: { ...told, SMS_GATEWAY_URL: url, SMS_GATEWAY_SECRET: secretArn },
    may: [allow(['secretsmanager:GetSecretValue'], secretArn)],
  };
}
