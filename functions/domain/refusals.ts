/** Refusals that callers branch on. The name is written out: a minifier renames classes, and Step Functions matches names. */

/** Somebody appended to the ticket meanwhile: read and decide again. */
export class LogMovedOn extends Error {
  override readonly name = 'LogMovedOn';
}
/** Another execution carries the ticket by now: what this one still wants to do is nobody's wish any more. */
export class Superseded extends Error {
  override readonly name = 'Superseded';
}
/** The ticket ended without a decision that others could look at anew, or others have just begun to. */
export class NoFurtherRound extends Error {
  override readonly name = 'NoFurtherRound';
}
/** Somebody must hear of what happened before the ticket is sealed; the watch tells them within minutes. */
export class NotToldYet extends Error {
  override readonly name = 'NotToldYet';
}
/** No such ticket in the log. */
export class UnknownTicket extends Error {
  override readonly name = 'UnknownTicket';
}
/** The ticket never opened this task. */
export class UnknownTask extends Error {
  override readonly name = 'UnknownTask';
}
/** The task is decided already; nothing more can be done by its links. */
export class TaskClosed extends Error {
  override readonly name = 'TaskClosed';
}
/** The task is somebody else's. */
export class NotYours extends Error {
  override readonly name = 'NotYours';
  /** Where it lies now: a department and a level, never a person. */
  readonly nowWith: NowWith | undefined;

  constructor(task: string, nowWith?: NowWith) {
    super(task);
    this.nowWith = nowWith;
  }
}
export type NowWith = Readonly<{ department?: string | undefined; level?: string | undefined }>;
/** The colleague may not take the task: away, of another department or level, or excluded from it. */
export class MayNotTakeIt extends Error {
  override readonly name = 'MayNotTakeIt';
}
/** The proposal that was on the page is no longer the one before the managers. */
export class ProposalChanged extends Error {
  override readonly name = 'ProposalChanged';
}
/** Four eyes: whoever investigated or approved may not approve again. */
export class SamePersonTwice extends Error {
  override readonly name = 'SamePersonTwice';
}
/** The person complained about never handles the ticket. */
export class Recused extends Error {
  override readonly name = 'Recused';
}
/** Nobody on the roster can take the task: absent, excluded, or the role is not staffed. */
export class NobodyOnRoster extends Error {
  override readonly name = 'NobodyOnRoster';
}
/** The letter lacks what a reply must hold; the message names what. */
export class ReplyGateRefused extends Error {
  override readonly name = 'ReplyGateRefused';
}
/** The complainant is to be called: a person dials. */
export class ByPhone extends Error {
  override readonly name = 'ByPhone';
}
/** An execution of which a notice says that it was lost. */
export class StillRunning extends Error {
  override readonly name = 'StillRunning';
}
/** Enough SMS went to this number, or to its country, today; the name is the reason that the ticket shows. */
export class SmsCapped extends Error {
  override readonly name = 'capped';
}
/** No way of reaching the complainant worked; the message names the last failure. */
export class NotReached extends Error {
  override readonly name = 'NotReached';
}
/** A manager sent the proposal back just now: the workflow catches it by this name, and asks the department again. */
export class Returned extends Error {
  override readonly name = 'Returned';
}
/** Managers returned the proposal more often than the policy allows: a person looks at why. */
export class ReturnedTooOften extends Error {
  override readonly name = 'ReturnedTooOften';
}
/** Money moves only for a complainant whose identity was checked. */
export class IdentityNotVerified extends Error {
  override readonly name = 'IdentityNotVerified';
}
/** The ticket never ordered this command. */
export class UnknownCommand extends Error {
  override readonly name = 'UnknownCommand';
}
/** There is no longer time to ask for: no rule gives it, it is asked for already, or its date has passed. */
export class NotExtendable extends Error {
  override readonly name = 'NotExtendable';
}
/** Longer time can no longer be decided on: the old date has passed, or is no longer the clock's. */
export class ExtensionTooLate extends Error {
  override readonly name = 'ExtensionTooLate';
}
/** No rule lets this clock stand still for this reason, or it has nothing left to stand for. */
export class NotStoppable extends Error {
  override readonly name = 'NotStoppable';
}
/** What was added cannot begin the time anew: no rule says so, or the date would not be a later one. */
export class NotRestartable extends Error {
  override readonly name = 'NotRestartable';
}
/** The extension is refused, granted or void: there is nobody to ask, and nothing to tell. */
export class ExtensionOver extends Error {
  override readonly name = 'ExtensionOver';
}
/** Somebody's claim or inquiry needs the record: it is kept, however old it is. */
export class OnLegalHold extends Error {
  override readonly name = 'OnLegalHold';
}
/** The record's time is not over. */
export class StillRetained extends Error {
  override readonly name = 'StillRetained';
}
/** The record's time was over, and all that was personal in it is gone. */
export class Erased extends Error {
  override readonly name = 'Erased';
}
