import type { TicketEvent } from '../../functions/domain/ticket-event.ts';

/** When a message first went out at an instant or after it: what went out before something was decided told nobody of it. */
export type Sent = Readonly<{
  read: (event: TicketEvent, at: string) => void;
  since: (message: string, at: string) => string | undefined;
}>;

export function readSent(): Sent {
  const all: Readonly<{ message: string; at: string }>[] = [];
  return {
    read: (event, at) => {
      if (event.type === 'MessageSent') all.push({ message: event.message, at });
    },
    since: (message, at) => all.find((one) => one.message === message && one.at >= at)?.at,
  };
}
