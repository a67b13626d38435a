import type { Desk } from '../demo/desk.ts';

export type Order = Readonly<{
  id: string;
  ticket: string;
  command: string;
  action: string;
  at: string;
  answer?: 'CommandCarriedOut' | 'CommandFailed';
}>;

type Entry = Desk['cloud']['busEvents'][number];

const ANSWERS = ['CommandCarriedOut', 'CommandFailed'] as const;
const THINKS_MS = 2_000;

const keyOf = (detail: unknown) => {
  const { ticket, command } = detail as { ticket: string; command: string };
  return `${ticket}/${command}`;
};

/** What core banking was ordered to do, the newest first: all of it is on the bus, and so outlives a restart. */
export function orders(entries: readonly Entry[]): Order[] {
  const found = new Map<string, Order>();
  for (const { event } of entries) {
    const type = event['detail-type'];
    const { detail, time: at } = event;
    if (type === 'CommandOrdered' && !found.has(keyOf(detail))) {
      const { ticket, command, action } = detail as Order;
      found.set(keyOf(detail), { id: keyOf(detail), ticket, command, action, at });
    }
    const answer = event.source === 'core-banking' && ANSWERS.find((known) => known === type);
    const order = answer ? found.get(keyOf(detail)) : undefined;
    // The first answer counts, as it does for the ticket.
    if (answer && order && !order.answer) found.set(order.id, { ...order, answer });
  }
  return [...found.values()].reverse();
}

/** Core banking and the card system: they answer by themselves while `byItself` says so, or when somebody here says what. */
export const coreBanking = (desk: Desk, byItself: () => boolean) => {
  const underWay = new Set<string>();

  async function answer({ ticket, command }: Order, type: NonNullable<Order['answer']>): Promise<void> {
    // Asks what the command is about first, as core banking must: the bus carries ids only.
    await desk.channel.command(ticket, command);
    const reason = type === 'CommandFailed' ? { reason: 'refused-by-hand' } : {};
    await desk.putEvent('core-banking', type, { ticket, command, ...reason });
  }

  return {
    answer,
    /** Sets about every order that nobody has answered; to be called whenever the desk has settled. */
    takeUp(): void {
      if (!byItself()) return;
      for (const order of orders(desk.cloud.busEvents)) {
        if (order.answer || underWay.has(order.id)) continue;
        underWay.add(order.id);
        const at = Math.max(Date.parse(order.at), desk.cloud.now().getTime()) + THINKS_MS;
        desk.cloud.at(new Date(at), async () => {
          underWay.delete(order.id);
          const isOpen = orders(desk.cloud.busEvents).some(({ id, answer }) => id === order.id && !answer);
          if (isOpen && byItself()) await answer(order, 'CommandCarriedOut');
        });
      }
    },
  };
};
export type CoreBanking = ReturnType<typeof coreBanking>;
