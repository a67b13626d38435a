import type { RefusalName } from '../pages/views/refusal.ts';

/** The link is wrong, its time has passed, or it leads elsewhere: all look alike, so that nobody learns which links exist. */
export class LinkGone extends Error {
  override readonly name = 'LinkGone';
}
/** No page answers to this method. */
export class NoSuchPage extends Error {
  override readonly name = 'NoSuchPage';
}
/** The post is not the form of the page. */
export class NotAForm extends Error {
  override readonly name = 'NotAForm';
}
/** The post did not come from a form on its page: a foreign site, a machine, or a page from before its link changed. */
export class ForeignForm extends Error {
  override readonly name = 'ForeignForm';
}
/** More forms came by one link than a person fills in. */
export class TooManyForms extends Error {
  override readonly name = 'TooManyForms';
}
/** No more codes are sent for this link, or to this person, before so many hours have passed. */
export class TooManyCodes extends Error {
  override readonly name = 'TooManyCodes';
  readonly hours: number;
  constructor(why: string, hours: number) {
    super(why);
    this.hours = hours;
  }
}
/** The link's person is not on the roster any more: there is no telephone to send a code to. */
export class NoPhone extends Error {
  override readonly name = 'NoPhone';
}
/** The post is longer than any form of ours. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

const STATUS: Readonly<Record<RefusalName, number>> = {
  LinkGone: 404,
  NoSuchPage: 404,
  Erased: 410,
  TaskClosed: 409,
  ProposalChanged: 409,
  SamePersonTwice: 409,
  NotExtendable: 409,
  ExtensionTooLate: 409,
  NotStoppable: 409,
  NotRestartable: 409,
  NotYours: 409,
  MayNotTakeIt: 409,
  Recused: 409,
  NoFurtherRound: 409,
  LogMovedOn: 409,
  ForeignForm: 403,
  NoPhone: 409,
  TooManyForms: 429,
  TooManyCodes: 429,
  TooLarge: 413,
  NotAForm: 415,
  Fault: 500,
};

/** Which page tells this error, and with which status; what is nobody's refusal is a fault of ours. */
export function toldAs(error: unknown): Readonly<{ name: RefusalName; statusCode: number }> {
  const name = nameOf(error);
  return { name, statusCode: STATUS[name] };
}

function nameOf(error: unknown): RefusalName {
  if (!(error instanceof Error)) return 'Fault';
  // Of a link that leads to another page.
  if (error.name === 'UnknownTask') return 'LinkGone';
  return Object.hasOwn(STATUS, error.name) ? (error.name as RefusalName) : 'Fault';
}
