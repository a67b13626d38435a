import { type Config, configOf } from '../../infra/config.ts';

const development = configOf('development');
const gateway = {
  url: 'https://sms.example/send',
  secretArn: 'arn:aws:secretsmanager:ap-southeast-1:000000000000:secret:sms',
};
const domain = { name: 'ts.example', certificateArn: 'arn:aws:acm:ap-southeast-1:000000000000:certificate/1' };
const publishers = [{ principalArn: 'arn:aws:iam::111111111111:role/app', source: 'channel.app' }] as const;
/** What a bank may deploy, and between them every branch of the stack. */
export const STAGES: Readonly<Record<string, Config>> = {
  development,
  'production at a domain of its own': { ...configOf('production'), domain },
  'without SNS and mails, with a publisher outside': {
    ...development,
    sms: { adapter: 'http', gateway, monthlyLimitUsd: 1 },
    mail: { adapter: 'none' },
    publishers,
  },
};
