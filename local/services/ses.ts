import { randomUUID } from 'node:crypto';
import type { SendEmailCommandInput } from '@aws-sdk/client-sesv2';
import type { KeptList } from '../kept.ts';
import type { Meter } from '../meter.ts';
import { AwsError, unsupported } from '../protocol/aws-error.ts';
import type { RestService } from '../wire.ts';

export type Mail = Readonly<{
  messageId: string;
  from: string;
  to: readonly string[];
  subject: string;
  text?: string;
  html?: string;
  at: string;
}>;

/** The outbox of mails, and faults that the next ones to an address meet. */
export type Mails = Readonly<{
  outbox: KeptList<Mail>;
  /** The next mail to that address is refused with this error. */
  failNext(address: string, error: Error): void;
  takeFault(addresses: readonly string[]): Error | undefined;
}>;

export function mails(outbox: KeptList<Mail>): Mails {
  const faults = new Map<string, Error[]>();
  return {
    outbox,
    failNext: (address, error) => faults.set(address, [...(faults.get(address) ?? []), error]),
    takeFault: (addresses) => addresses.map((address) => faults.get(address)?.shift()).find(Boolean),
  };
}

/** SES v2: SendEmail with a simple body, kept in the outbox. */
export function ses(now: () => number, meter: Meter, { outbox, takeFault }: Mails): RestService {
  return ({ method, path, body }, { invocation }) => {
    if (method !== 'POST' || path !== '/v2/email/outbound-emails') throw unsupported(`SES ${method} ${path}`);
    const { FromEmailAddress, Destination, Content } = JSON.parse(body.toString()) as SendEmailCommandInput;
    if (!Content?.Simple) throw unsupported('SES SendEmail without a simple body');
    const { ToAddresses = [], CcAddresses = [], BccAddresses = [] } = Destination ?? {};
    const to = [...ToAddresses, ...CcAddresses, ...BccAddresses];
    if (!FromEmailAddress || !to.length) throw new AwsError('BadRequestException', 'Missing sender or recipient.');
    const fault = takeFault(to);
    if (fault) throw new AwsError(fault.name === 'Error' ? 'InternalServiceError' : fault.name, fault.message);
    const { Subject, Body } = Content.Simple;
    const messageId = randomUUID();
    outbox.add({
      messageId,
      from: FromEmailAddress,
      to,
      subject: Subject?.Data ?? '',
      text: Body?.Text?.Data,
      html: Body?.Html?.Data,
      at: new Date(now()).toISOString(),
    });
    meter.record({ service: 'ses', what: 'SendEmail', resource: FromEmailAddress, quantity: to.length, invocation });
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ MessageId: messageId }),
    };
  };
}
