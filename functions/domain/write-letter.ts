import type { AnswerLibrary } from '../rules/answer-library.ts';
import type { Pack } from '../rules/packs/pack.ts';
import type { Policy } from '../rules/policy.ts';
import { isCarriedOut, movesMoney, type Remedy } from './carry-out.ts';
import type { Letter, Proposal } from './case-file.ts';
import type { ComplaintPosted } from './complaint-posted.ts';
import { furtherWays } from './further-ways.ts';
import type { Ticket } from './ticket.ts';

export type Sources = Readonly<{
  post: ComplaintPosted;
  proposal?: Proposal | undefined;
  /** The owner's answer, on the light path. */
  answer?: string | undefined;
  library: AnswerLibrary;
  pack: Pack;
  policy: Policy;
  now: Date;
}>;

/** The reply, from what was found and approved; from the answer library on the spot; from its owner on the light path. */
export function writeLetter(ticket: Ticket, sources: Sources): Letter {
  const { post, proposal, answer, now } = sources;
  const frame = { locale: post.locale, writtenAt: now.toISOString(), furtherWays: furtherWays(ticket, sources) };
  if (proposal) return { ...frame, ...fromProposal(ticket, post, proposal) };
  if (ticket.triage?.answer) return { ...frame, ...fromLibrary(ticket.triage.answer, sources) };
  return { ...frame, facts: answer ? [answer] : [], basis: [], answers: [], remedies: [] };
}

/** The lead's answers stand; every department's facts, basis and remedies are told. */
function fromProposal(ticket: Ticket, { demands }: ComplaintPosted, { findings }: Proposal) {
  const all = findings.map((part) => part.findings);
  const answers = all[0]?.answers ?? [];
  const ordered = ticket.proposals.at(-1)?.remedies ?? [];
  return {
    facts: all.map(({ facts }) => facts),
    basis: [...new Set(all.flatMap(({ basis }) => basis.map(({ citation }) => citation)))],
    answers: demands.flatMap((demand, index) => {
      const given = answers[index];
      return given ? [{ demand, ...given }] : [];
    }),
    remedies: ordered.map(({ remedy, kind, amountMinor }) => ({
      kind: kind as Letter['remedies'][number]['kind'],
      amountMinor,
      state: isDone(ticket, { remedy, kind, amountMinor }) ? ('done' as const) : ('under-way' as const),
    })),
  };
}

/** Money is done when core banking says so, an apology by the letter that gives it; fixes and coaching go on. */
function isDone(ticket: Ticket, remedy: Remedy): boolean {
  if (movesMoney(remedy)) return isCarriedOut(ticket, remedy.remedy);
  return remedy.kind !== 'process-fix' && remedy.kind !== 'coaching';
}

function fromLibrary(id: string, { post, library }: Sources) {
  const row = library.rows.find(([answer]) => answer === id);
  if (!row) throw new Error(`the answer library has no ${id}: version ${library.version}`);
  const [, , , text, basis] = row;
  const reason = text[post.locale];
  return {
    facts: [reason],
    basis: [basis[post.locale]],
    answers: post.demands.map((demand) => ({ demand, verdict: 'accept' as const, reason })),
    remedies: [],
  };
}
