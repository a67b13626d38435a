import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { MailPort } from './mail.ts';
import { unlogged } from './unlogged.ts';

const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

export function mailSes(sender: string): MailPort {
  const ses = unlogged(new SESv2Client({}));
  return async ({ to, subject, text }) => {
    const Simple = { Subject: utf8(subject), Body: { Text: utf8(text) } };
    const mail = { FromEmailAddress: sender, Destination: { ToAddresses: [to] }, Content: { Simple } };
    const { MessageId } = await ses.send(new SendEmailCommand(mail));
    return MessageId ?? '';
  };
}
