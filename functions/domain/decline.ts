import type { Ticket } from './ticket.ts';

/** Since when the complainant knows that the complaint is declined: by message, or by the desk, which was asked to tell them. */
export function declineToldAt({ round, messages, tasks }: Ticket): string | undefined {
  const { attempts = [] } = messages[`r${round}-acknowledgement`] ?? {};
  const sent = attempts.find(({ providerId }) => providerId !== undefined)?.at;
  return sent ?? Object.values(tasks).find(({ error, closed }) => error === 'NotReached' && closed)?.closed?.at;
}
