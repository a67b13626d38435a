import type { Ticket } from './ticket.ts';

/** Whether the complainant knows that the complaint is declined: by message, or by the desk, which was asked to tell them. */
export function isDeclineTold({ round, messages, tasks }: Ticket): boolean {
  const isSent = messages[`r${round}-acknowledgement`]?.state === 'sent';
  return isSent || Object.values(tasks).some(({ error, closed }) => error === 'NotReached' && closed);
}
