import type { Round, Ticket } from './ticket.ts';

/** When the reply of a round was given: sent, or dialled, which may be before it was written down. */
export function replyGivenAt(
  { calls }: Pick<Ticket, 'calls'>,
  { replied }: Pick<Round, 'replied'>,
): string | undefined {
  const { message = '', way, at, givenAt } = replied ?? {};
  // A call whose reply was recorded before that instant was recorded with it.
  const dialled = calls.find((call) => call.message === message && !call.late)?.dialledAt;
  return givenAt ?? (way === 'phone' ? (dialled ?? at) : at);
}
