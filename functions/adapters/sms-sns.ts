import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { SmsPort } from './sms.ts';
import { unlogged } from './unlogged.ts';

const attribute = (StringValue: string) => ({ DataType: 'String', StringValue });

export function smsSns(sender: string | undefined): SmsPort {
  const sns = unlogged(new SNSClient({}));
  const MessageAttributes = {
    'AWS.SNS.SMS.SMSType': attribute('Transactional'),
    ...(sender && { 'AWS.SNS.SMS.SenderID': attribute(sender) }),
  };
  return async ({ to, text }) => {
    const { MessageId } = await sns.send(new PublishCommand({ PhoneNumber: to, Message: text, MessageAttributes }));
    return MessageId ?? '';
  };
}
