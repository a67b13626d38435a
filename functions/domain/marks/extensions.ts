import { clockMarks } from '../clock-marks.ts';
import { noticeOf } from '../extension/tell.ts';
import { isOpen, nextStep, proposal } from '../extension.ts';
import { type Desk, type Mark, record, tell } from '../mark.ts';
import { isAnswered } from '../running-clock.ts';
import { openTasks } from '../tasks.ts';
import type { Clock, Extension, Ticket } from '../ticket.ts';

/** Longer time that the watch asks for, what becomes void, and who must hear that there is none. */
export function extensionMarks(ticket: Ticket, desk: Desk): Mark[] {
  const all = Object.values(ticket.extensions);
  return [
    ...all.filter(isOpen).map((one) => voiding(ticket, one)),
    ...all.flatMap((one) => raising(ticket, one)),
    ...Object.values(ticket.clocks).flatMap((clock) => proposing(ticket, clock, desk)),
  ];
}

/** Nobody decided, or nobody could be told, until the old date; or there is nothing left to extend. */
function voiding({ replied, closed, clocks }: Ticket, { extension, state, from, at, clock }: Extension): Mark {
  const voided = (when: string, because: NonNullable<Extension['void']>['because']) =>
    record(when, { type: 'ExtensionVoid', extension, because });
  if (replied) return voided(replied.at, 'replied');
  if (closed) return voided(closed.at, 'closed');
  if (clocks[clock]?.dueAt !== from) return voided(at, 'moved');
  return voided(from, state === 'approved' ? 'not-told' : 'too-late');
}

/**
 * The supervisor hears of time that was wanted and is not given, for a reason that nobody decided on; and where the clock
 * was stopped while the notice was on its way, so that the complainant was told a date that does not hold.
 */
function raising(ticket: Ticket, { extension, void: over, from, clock }: Extension): Mark[] {
  const isTold = ticket.messages[noticeOf(extension)]?.state === 'sent';
  const isRaised = over && (['lost', 'not-told'].includes(over.because) || (over.because === 'stopped' && isTold));
  if (!isRaised || over.at >= from) return [];
  if (isAnswered(ticket) || ticket.clocks[clock]?.dueAt !== from) return [];
  const to = { role: 'supervisor', department: DESK } as const;
  return [tell(over.at, { message: `${extension}-raised`, purpose: 'date-near', to, page: 'proof', dueAt: from })];
}

const DESK = 'complaint-desk';

/**
 * When most of the time has passed and the work is not done; once for each date, and not where somebody has asked before,
 * unless that came to nothing with the round it was asked in: the date is the same, and others are at work.
 */
const PROPOSING = '80 %';

function proposing(ticket: Ticket, clock: Clock, { pack, calendar, zone, bankClocks }: Desk): Mark[] {
  const { clock: id, startsAt, dueAt, since } = clock;
  const isAsked = Object.values(ticket.extensions).some(
    (one) => one.clock === id && one.from === dueAt && !isPutAway(one),
  );
  const isAtWork = openTasks(ticket).some(({ work }) => work === 'investigate' || work === 'approve');
  const row = pack.extensions.find((one) => one.clock === id);
  if (!row || isAsked || !isAtWork) return [];
  const step = nextStep(ticket, { pack, calendar, zone }, id, since);
  const running = { startsAt, dueAt, unit: row.counting, within: row.to };
  const at = clockMarks(running, { bankClocks, calendar, zone }).find(({ mark }) => mark === PROPOSING)?.at;
  if (!step || !at) return [];
  // Never after the date: then it is too late to ask.
  return [{ ...record(at < since ? since : at, proposal(ticket, step)), until: dueAt }];
}

/** The ticket went another way before anybody refused it, and before it failed. */
const PUT_AWAY: readonly NonNullable<Extension['void']>['because'][] = ['replied', 'closed', 'moved', 'stopped'];
const isPutAway = ({ state, void: over }: Extension): boolean =>
  state === 'void' && (over === undefined || PUT_AWAY.includes(over.because));
