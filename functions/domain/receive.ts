import { type Law, startClocks } from './clocks.ts';
import type { ComplaintPosted } from './complaint-posted.ts';
import { missingParticulars } from './post-refusals.ts';
import { RosterId } from './roster.ts';
import type { Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

/** A post at the door: masked, checked, its digests under the ticket's salt. */
export type Arrival = Readonly<{
  post: ComplaintPosted;
  /** Of what the case file holds, and of this post: not the same when two bodies arrive for one reference at once. */
  filedDigest: string;
  bodyDigest: string;
  referenceDigest: string;
  /** What the channel itself can compute; none where its reference had to be masked. */
  referenceHash?: string | undefined;
}>;

/** `new`: the ticket begins. `known`: the same post again. `conflict`: the same reference with another body. */
export type Reception = Readonly<{ answer: 'new' | 'known' | 'conflict'; events: readonly TicketEvent[] }>;

/** What a post means for the ticket of its reference. Each other body is recorded once, however often it is sent. */
export function receive(ticket: Ticket, arrival: Arrival, law: Law, at: string): Reception {
  const { bodyDigest, filedDigest } = arrival;
  const conflict = { type: 'PostConflicted' as const, bodyDigest, ...hashOf(arrival) };
  if (ticket.received) {
    if (ticket.received.bodyDigest === bodyDigest) return { answer: 'known', events: [] };
    const isRecorded = ticket.conflicts.includes(bodyDigest);
    return { answer: 'conflict', events: isRecorded ? [] : [conflict] };
  }
  const clocks = startClocks(law, {
    receivedAt: at,
    kind: arrival.post.kind,
    passedOnBy: arrival.post.passedOnBy?.body,
  });
  const begun = [received(arrival, law), ...clocks.map((clock) => ({ type: 'ClockStarted' as const, ...clock }))];
  return bodyDigest === filedDigest
    ? { answer: 'new', events: begun }
    : { answer: 'conflict', events: [...begun, conflict] };
}

function received(arrival: Arrival, { pack, zone }: Law): TicketEvent {
  const { post, filedDigest, referenceDigest } = arrival;
  return {
    type: 'ComplaintReceived',
    kind: post.kind,
    channel: post.channel,
    referenceDigest,
    ...hashOf(arrival),
    bodyDigest: filedDigest,
    pack: `${pack.id}-${pack.version}`,
    locale: post.locale,
    zone: post.zone ?? zone,
    preferredWay: post.preferredWay,
    standing: post.complainant?.standing ?? 'self',
    identity: post.identity?.level ?? 'none',
    tier: post.card?.tier ?? 'standard',
    publicPost: post.publicPost,
    missing: missingParticulars(post),
    ...(post.passedOnBy && { passedOnBy: post.passedOnBy.body }),
    // Whatever else a channel wrote there, a name perhaps, is text, and stays in the case file.
    ...(RosterId.safeParse(post.complainedAbout).success && { recused: post.complainedAbout }),
  };
}

const hashOf = ({ referenceHash }: Arrival) => (referenceHash ? { referenceHash } : {});
