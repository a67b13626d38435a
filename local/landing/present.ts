import { openTasks } from '../../functions/domain/tasks.ts';
import type { Task } from '../../functions/domain/ticket.ts';
import type { Desk } from '../demo/desk.ts';
import { type Teller, teller } from '../demo/story/teller.ts';
import type { Bank } from './bank.ts';
import { type Order, orders } from './core-banking.ts';
import { type Due, whatIsDue } from './next-due.ts';
import { type Phone, type PhoneMessage, phones } from './phones.ts';
import type { Settings } from './settings.ts';
import type { Parts, Told, WholeTables } from './whole-tables.ts';

/** All that the pages show, as it is at one instant. */
export type Present = Readonly<{
  now: Date;
  bank: Bank;
  tickets: readonly Told[];
  partsOf: (ticket: string) => Parts;
  tellerOf: (ticket: Told) => Teller;
  phones: readonly Phone[];
  messages: ReadonlyMap<string, PhoneMessage>;
  /** The link somebody got for a task, if any. */
  linkOf: (ticket: Told, task: Task) => string | undefined;
  orders: readonly Order[];
  byItself: boolean;
  due: readonly Due[];
  /** Tasks that people owe. */
  waits: number;
}>;

type Sources = Readonly<{ desk: Desk; tables: WholeTables; settings: Settings; bank: Bank }>;

export async function present({ desk: { cloud }, tables, settings, bank }: Sources): Promise<Present> {
  const [tickets, { parts, people }] = await Promise.all([tables.tickets(), tables.caseFiles()]);
  const now = cloud.now();
  const { isRead } = settings;
  const rang = phones({ sms: cloud.sms, mail: cloud.mail, tickets, files: parts, people, url: cloud.url, isRead });
  const messages = new Map(rang.flatMap((phone) => phone.messages).map((message) => [message.id, message]));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const partsOf = (ticket: string) => parts.get(ticket) ?? {};
  return {
    now,
    bank,
    tickets,
    partsOf,
    tellerOf(ticket) {
      const texts = partsOf(ticket.id);
      const { post } = (texts.complaint ?? {}) as { post?: { complainant?: { name?: string } } };
      const complainant = post?.complainant?.name ?? 'the complainant';
      return teller({ ticket, texts, zone: bank.zone, names: new Map([...names, ['complainant', complainant]]) });
    },
    phones: rang,
    messages,
    linkOf: (ticket, task) => linkOf(ticket, task, messages),
    orders: orders(cloud.busEvents),
    byItself: settings.byItself.get(),
    due: whatIsDue(tickets, now),
    waits: tickets.flatMap(openTasks).length,
  };
}

/** The log knows each message by the provider's number, and the provider's outbox is here. */
function linkOf(ticket: Told, { id }: Task, messages: ReadonlyMap<string, PhoneMessage>): string | undefined {
  const sent = Object.values(ticket.messages)
    .filter(({ task }) => task === id)
    .flatMap(({ attempts }) => attempts)
    .toReversed();
  for (const { providerId } of sent) {
    const link = providerId ? messages.get(providerId)?.link : undefined;
    if (link) return link;
  }
  return undefined;
}
