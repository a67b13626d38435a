import type { Message, Ticket } from '../ticket.ts';

/**
 * One message: each attempt to bring it to somebody, with its time, way, the provider's id of it, and outcome; of a call,
 * who dialled, and when they wrote it down.
 */
export type ProvenNotice = Readonly<{
  message: string;
  purpose: string;
  template: string;
  /** `complainant`, or a roster id. */
  to: string;
  heldUntil?: string;
  outcome: 'sent' | 'failed' | 'no-result';
  attempts: Message['attempts'];
}>;

export const provenNotices = ({ messages, held }: Ticket): ProvenNotice[] =>
  Object.values(messages).map((message) => ({
    message: message.id,
    ...{ purpose: message.purpose, template: message.template, to: message.to, attempts: message.attempts },
    outcome: outcomeOf(message),
    ...(held[message.id] && { heldUntil: held[message.id]?.until }),
  }));

/** A call that is written down when it is owed no more makes nothing go on, and is the result all the same. */
function outcomeOf({ state, intendedAt, attempts }: Message): ProvenNotice['outcome'] {
  if (state !== 'intended') return state;
  const since = attempts.filter(({ at }) => at >= intendedAt);
  if (since.length === 0) return 'no-result';
  return since.some(({ providerId }) => providerId) ? 'sent' : 'failed';
}
