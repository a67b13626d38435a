import type { Ticket } from '../ticket.ts';

/** One message: each attempt to bring it to somebody, with its time, way, the provider's id of it, and outcome. */
export type ProvenNotice = Readonly<{
  message: string;
  purpose: string;
  template: string;
  /** `complainant`, or a roster id. */
  to: string;
  heldUntil?: string;
  outcome: 'sent' | 'failed' | 'no-result';
  attempts: readonly Readonly<{ at: string; way: string; providerId?: string; reason?: string }>[];
}>;

export const provenNotices = ({ messages, held }: Ticket): ProvenNotice[] =>
  Object.values(messages).map(({ id, purpose, template, to, state, attempts }) => ({
    message: id,
    ...{ purpose, template, to, attempts },
    outcome: state === 'intended' ? 'no-result' : state,
    ...(held[id] && { heldUntil: held[id].until }),
  }));
