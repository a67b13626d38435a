import { sha256 } from '../../functions/adapters/digest.ts';
import type { Task } from '../../functions/domain/ticket.ts';
import { DEPARTMENTS } from '../../functions/rules/departments.ts';
import { POLICY } from '../../functions/rules/policy.ts';
import type { Cloud } from '../../local/cloud.ts';
import type { Desk } from '../../local/demo/desk.ts';
import { people } from '../../local/demo/people.ts';

const MINUTE = 60_000;
/** Of one state: the Retry of the definition, after the first try. */
export const RETRIES = 5;
/** 6,000.00: three levels must agree. */
const REMEDIES = [['account-adjustment', '6000.00']] as const;

type Ordered = Readonly<{ ticket: string; command: string; action: string }>;

/** Everybody around one ticket does what keeps it longest, as often as they may, each a minute after they hear of it. */
export function worstWorld(faults: Error[]) {
  const heard = { sms: 0, events: 0 };
  const orders = new Map<string, number>();

  const later = (cloud: Cloud, work: () => Promise<unknown>) =>
    cloud.at(new Date(cloud.now().getTime() + MINUTE), () => work().catch((error: Error) => faults.push(error)));

  async function visit(desk: Desk, link: string, ticketId: string): Promise<void> {
    const ticket = await desk.log.read(ticketId);
    const hash = sha256(link.slice(link.lastIndexOf('/') + 1));
    const message = Object.values(ticket.messages).find((one) => one.link === hash);
    const task = ticket.tasks[message?.task ?? ''];
    if (!task || task.closed) return;
    const isLastLevel = task.level === ticket.proposals.at(-1)?.levels.at(-1);
    const mayReturn = isLastLevel && ticket.returns < POLICY.returnsAtMost;
    // Others each time, so that none remembers having done it before.
    await people(() => desk.cloud.sms)(link, ticketId, {
      remedies: REMEDIES,
      calls: ['no-answer'],
      ...(isPassedOn(task) && { transferTo: otherThan(task.department) }),
      ...(mayReturn && { returnOnce: 'Please look at it once more.' }),
    });
  }

  /** The first remedy is refused; of protecting the card nothing is heard until it was handed to a person. */
  async function answer(desk: Desk, { ticket, command, action }: Ordered): Promise<void> {
    const nth = (orders.get(action) ?? 0) + 1;
    orders.set(action, nth);
    const isRefused = action !== 'protect-card' && nth === 1;
    if (action === 'protect-card' && nth <= 1 + RETRIES) return;
    const reason = isRefused ? { reason: 'account-locked' } : {};
    await desk.putEvent('core-banking', isRefused ? 'CommandFailed' : 'CommandCarriedOut', {
      ticket,
      command,
      ...reason,
    });
  }

  return (desk: Desk): void => {
    const { cloud } = desk;
    for (; heard.sms < cloud.sms.length; heard.sms++) {
      const { text = '' } = cloud.sms[heard.sms] ?? {};
      const [link] = /https?:\S+\/[wadsc]\/\S+/.exec(text) ?? [];
      const [ticket] = /[0-9A-HJKMNP-TV-Z]{12}/.exec(text) ?? [];
      if (link && ticket) later(cloud, () => visit(desk, link, ticket));
    }
    for (; heard.events < cloud.busEvents.length; heard.events++) {
      const event = cloud.busEvents[heard.events]?.event;
      if (event?.['detail-type'] === 'CommandOrdered') later(cloud, () => answer(desk, event.detail as Ordered));
    }
  };
}

/** The work of one slot is passed on as often as policy lets it, in every version; then whoever has it files. */
function isPassedOn({ id, work }: Task): boolean {
  const bounced = Number(/-(\d+)$/.exec(id)?.[1]);
  return work === 'investigate' && bounced < POLICY.transfersAtMost;
}

const otherThan = (department = ''): string =>
  DEPARTMENTS.rows.map(([id]) => id).find((id) => id !== department) ?? department;
