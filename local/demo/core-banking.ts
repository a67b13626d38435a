import type { Desk } from './desk.ts';

/** What core banking and the card system do with the commands of one ticket, where it is not what they are told. */
export type Systems = Readonly<{
  /** The first command to protect the card is lost; the next is carried out. */
  protectsLate?: boolean;
  /** The first remedy is refused with this code. */
  refusesOnce?: string;
}>;

export type Ordered = Readonly<{ ticket: string; command: string; action: string }>;

/** Core banking: hears a command on the bus, asks what it is about, carries it out and says so on the bus. */
export function coreBanking(systemsOf: (ticket: string) => Systems) {
  const heard = new Map<string, number>();

  return async (desk: Pick<Desk, 'channel' | 'putEvent'>, { ticket, command, action }: Ordered): Promise<void> => {
    const times = (heard.get(`${ticket} ${action}`) ?? 0) + 1;
    heard.set(`${ticket} ${action}`, times);
    const { protectsLate, refusesOnce } = systemsOf(ticket);
    const isProtection = action === 'protect-card';
    if (isProtection && protectsLate && times === 1) return;

    await desk.channel.command(ticket, command);
    if (!isProtection && refusesOnce && times === 1) {
      await desk.putEvent('core-banking', 'CommandFailed', { ticket, command, reason: refusesOnce });
    } else await desk.putEvent('core-banking', 'CommandCarriedOut', { ticket, command });
  };
}
