import { acknowledgementLacks } from '../domain/acknowledgement.ts';
import { SmsCapped } from '../domain/refusals.ts';
import { guardedBy } from '../domain/sms-caps.ts';
import { mail } from '../messages/mail.ts';
import { isToComplainant, sms } from '../messages/sms.ts';
import { mailPort } from './mail.ts';
import { attempted, bySms, type Outgoing, type Sender, type Taken } from './outgoing.ts';
import { smsGuard } from './sms-guard.ts';

/** What it takes to write to complainants: mails besides SMS, and a guard over how many SMS leave. It knows staff, too. */
export function toComplainants(): Sender {
  const [mails, mayText, texts] = [mailPort(), smsGuard(), bySms()];

  async function byMail({ purpose, to, slots }: Outgoing): Promise<Taken> {
    if (!mails || !to.email || !isToComplainant(purpose)) return undefined;
    const { subject, text } = mail(purpose, to.locale, slots);
    return { providerId: await mails({ to: to.email, subject, text }) };
  }

  async function byText({ purpose, to, slots, at, ticket }: Outgoing): Promise<Taken> {
    const isGuarded = to.phone && isToComplainant(purpose);
    if (isGuarded && !(await mayText(to.phone ?? '', guardedBy(purpose, ticket), at))) throw new SmsCapped();
    return texts(to, sms(purpose, to.locale, slots));
  }

  return {
    writesMails: mails !== undefined,
    templateOf,
    send: (one) => attempted(one, () => (one.way === 'e-mail' ? byMail(one) : byText(one))),
  };
}

function templateOf({ purpose, way, to, slots }: Parameters<Sender['templateOf']>[0]): string {
  const { template, tells } = sms(purpose, to.locale, slots);
  const lacking = purpose === 'acknowledgement' ? acknowledgementLacks(tells) : [];
  if (lacking.length > 0) throw new Error(`${template} does not tell ${lacking.join(', ')}`);
  return way === 'e-mail' && isToComplainant(purpose) ? mail(purpose, to.locale, slots).template : template;
}
