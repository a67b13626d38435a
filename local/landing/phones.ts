import { sha256 } from '../../functions/adapters/digest.ts';
import { Complaint } from '../../functions/domain/case-file.ts';
import type { Person } from '../../functions/domain/roster.ts';
import type { Mail } from '../services/ses.ts';
import type { SmsMessage } from '../services/sns.ts';
import type { Parts, Told } from './whole-tables.ts';

export type PhoneMessage = Readonly<{
  id: string;
  at: string;
  before: string;
  /** Where the link leads, on the cloud as it runs now. */
  link?: string;
  after: string;
  ticket?: string;
  parts: number;
  unread: boolean;
  /** The task behind the link is still this person's to do. */
  waits: boolean;
}>;

export type Phone = Readonly<{
  number: string;
  owner: string;
  role: string;
  isCustomer: boolean;
  unread: number;
  waits: number;
  /** The newest first. */
  messages: readonly PhoneMessage[];
}>;

type Seen = Readonly<{
  sms: readonly SmsMessage[];
  mail: readonly Mail[];
  tickets: readonly Told[];
  files: ReadonlyMap<string, Parts>;
  people: readonly Person[];
  url: string;
  isRead: (messageId: string) => boolean;
}>;

/** Every telephone and mailbox a message reached, the one that rang last first. */
export function phones({ sms, mail, tickets, files, people, url, isRead }: Seen): Phone[] {
  const taskOfLink = openTasksByLink(tickets);
  const all = [...sms, ...mail.map(asMessage)].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const byNumber = Map.groupBy(all, ({ phone }) => phone);
  const customers = customersByNumber(files);
  return [...byNumber]
    .map(([number, received]) => {
      const person = people.find(({ phone }) => phone === number);
      const messages = received.toReversed().map((message) => shown(message, url, isRead, taskOfLink));
      return {
        number,
        owner: person?.name ?? customers.get(number)?.name ?? number,
        role: person ? `${person.roles.join(', ')} · ${person.department}` : 'complainant',
        isCustomer: !person,
        unread: messages.filter(({ unread }) => unread).length,
        waits: messages.filter(({ waits }) => waits).length,
        messages,
      };
    })
    .sort((a, b) => ((a.messages[0]?.at ?? '') < (b.messages[0]?.at ?? '') ? 1 : -1));
}

/** A mail lies on the phone of its address. */
const asMessage = ({ messageId, to, subject, text = '', at }: Mail): SmsMessage => ({
  ...{ messageId, at, phone: to[0] ?? '', text: `${subject}\n\n${text}`, attributes: {}, parts: 1 },
});

/** A message's link is known to the log by its hash: what it asks for, and whether that is still open, can be told. */
function openTasksByLink(tickets: readonly Told[]): ReadonlySet<string> {
  const open = tickets.flatMap(({ messages, tasks }) =>
    Object.values(messages).flatMap(({ link, task }) => {
      const found = task ? tasks[task] : undefined;
      return link && found && !found.closed ? [link] : [];
    }),
  );
  return new Set(open);
}

function customersByNumber(files: ReadonlyMap<string, Parts>): ReadonlyMap<string, { name?: string | undefined }> {
  const found = new Map<string, { name?: string | undefined }>();
  for (const { complaint } of files.values()) {
    const read = Complaint.safeParse(complaint);
    const complainant = read.success ? read.data.post.complainant : undefined;
    for (const address of [complainant?.phone, complainant?.email]) {
      if (complainant && address) found.set(address, complainant);
    }
  }
  return found;
}

function shown(
  { messageId, text, at, parts }: SmsMessage,
  url: string,
  isRead: Seen['isRead'],
  openLinks: ReadonlySet<string>,
): PhoneMessage {
  const [whole = '', path = ''] = /https?:\/\/[^/\s]+(\/\S+)/.exec(text) ?? [];
  const [before = '', after = ''] = whole ? text.split(whole) : [text];
  const ticket = /[0-9A-HJKMNP-TV-Z]{12}/.exec(text)?.[0];
  const token = path.split('/').at(-1) ?? '';
  return {
    ...{ id: messageId, at, before, after, parts },
    ...(whole && { link: `${url}${path}` }),
    ...(ticket && { ticket }),
    unread: !isRead(messageId),
    waits: Boolean(token) && openLinks.has(sha256(token)),
  };
}
