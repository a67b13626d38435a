import { Aws } from 'aws-cdk-lib';
import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import type { Config } from './config.ts';
import type { Ground, Provision } from './needs.ts';
import { allow } from './statements.ts';

const domainOf = (sender: string): string => sender.slice(sender.indexOf('@') + 1);

/** The domain that mails come from. SES sends for it once its DNS holds the DKIM records that the identity shows. */
export function mailIdentity(scope: Construct, { mail }: Config): void {
  if (mail.adapter === 'ses') new EmailIdentity(scope, 'Mail', { identity: Identity.domain(domainOf(mail.sender)) });
}

/** What a function needs to send mails to complainants: in the sender's name, and in no other. */
export function mail({ config: { mail } }: Ground): Provision {
  if (mail.adapter === 'none') return { env: { MAIL_ADAPTER: 'none' } };
  const identity = `arn:${Aws.PARTITION}:ses:${Aws.REGION}:${Aws.ACCOUNT_ID}:identity/${domainOf(mail.sender)}`;
  return {
    env: { MAIL_ADAPTER: mail.adapter, MAIL_SENDER: mail.sender },
    may: [allow(['ses:SendEmail'], identity, { StringEquals: { 'ses:FromAddress': mail.sender } })],
  };
}
