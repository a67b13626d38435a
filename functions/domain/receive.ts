import type { Pack } from '../rules/packs/pack.ts';
import { startClocks } from './clocks.ts';
import type { ComplaintPosted } from './complaint-posted.ts';
import { missingParticulars } from './post-refusals.ts';
import type { Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

/** A post at the door: masked, checked, its digests under the ticket's salt. */
export type Arrival = Readonly<{
  post: ComplaintPosted;
  bankZone: string;
  /** Of what the case file holds, and of this post: not the same when two bodies arrive for one reference at once. */
  filedDigest: string;
  bodyDigest: string;
  referenceDigest: string;
}>;

/** `new`: the ticket begins. `known`: the same post again. `conflict`: the same reference with another body. */
export type Reception = Readonly<{ answer: 'new' | 'known' | 'conflict'; events: readonly TicketEvent[] }>;

/** What a post means for the ticket of its reference. Each other body is recorded once, however often it is sent. */
export function receive(ticket: Ticket, arrival: Arrival, pack: Pack, at: string): Reception {
  const { bodyDigest } = arrival;
  if (ticket.received) {
    if (ticket.received.bodyDigest === bodyDigest) return { answer: 'known', events: [] };
    const isRecorded = ticket.conflicts.includes(bodyDigest);
    return { answer: 'conflict', events: isRecorded ? [] : [{ type: 'PostConflicted', bodyDigest }] };
  }
  const clocks = startClocks(pack, arrival.bankZone, {
    receivedAt: at,
    kind: arrival.post.kind,
    passedOnBy: arrival.post.passedOnBy?.body,
  });
  const begun = [received(arrival, pack), ...clocks.map((clock) => ({ type: 'ClockStarted' as const, ...clock }))];
  const isOther = bodyDigest !== arrival.filedDigest;
  return isOther
    ? { answer: 'conflict', events: [...begun, { type: 'PostConflicted', bodyDigest }] }
    : { answer: 'new', events: begun };
}

function received({ post, bankZone, filedDigest, referenceDigest }: Arrival, pack: Pack): TicketEvent {
  return {
    type: 'ComplaintReceived',
    kind: post.kind,
    channel: post.channel,
    referenceDigest,
    bodyDigest: filedDigest,
    pack: `${pack.id}-${pack.version}`,
    locale: post.locale,
    zone: post.zone ?? bankZone,
    preferredWay: post.preferredWay,
    standing: post.complainant?.standing ?? 'self',
    identity: post.identity?.level ?? 'none',
    tier: post.card?.tier ?? 'standard',
    publicPost: post.publicPost,
    missing: missingParticulars(post),
    ...(post.amount && { amount: post.amount }),
    ...(post.passedOnBy && { passedOnBy: post.passedOnBy.body }),
    ...(post.complainedAbout && { recused: post.complainedAbout }),
  };
}
