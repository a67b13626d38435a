import type * as z from 'zod/mini';
import type { ComplaintPosted } from './complaint-posted.ts';
import { RosterId } from './roster.ts';

/** One field of a post that cannot be accepted: where it is, why, and what to do. Never the value that was sent. */
export type PostRefusal = Readonly<{ field: string; why: string; do: string }>;

type Issue = z.core.$ZodIssue;
const MOST_REFUSALS = 50;
const LONGEST_NAME = 200;

/** What a failed parse of a post says to the channel that sent it. `post`: as it was sent, to tell missing from wrong. */
export function postRefusals(issues: readonly Issue[], post?: unknown): PostRefusal[] {
  return issues.flatMap((issue) => refusals(issue, post)).slice(0, MOST_REFUSALS);
}

/** A post on the bus speaks for the channel of its source and for no other: the bus knows who may put which source there. */
export function foreignChannel(post: unknown, source: string): PostRefusal[] {
  const { channel } = (post ?? {}) as { channel?: unknown };
  if (typeof channel !== 'string' || source === `channel.${channel}`) return [];
  return [
    { field: 'channel', why: 'not the channel of the event’s source', do: 'name the channel that the source names' },
  ];
}

function refusals(issue: Issue, post: unknown): PostRefusal[] {
  const field = named(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const advice = 'leave it out, or spell it as the schema of ComplaintPosted does';
    return issue.keys.map((key) => ({ field: named([...issue.path, key]), why: 'unknown field', do: advice }));
  }
  return [{ field, why: isMissing(post, issue.path) ? 'missing' : why(issue), do: advice(issue) }];
}

function why(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `not of type ${issue.expected}`;
    case 'too_small':
      return ofText(issue) && issue.minimum === 1 ? 'empty' : `less than ${issue.minimum}${unit(issue)}`;
    case 'too_big':
      return `more than ${issue.maximum}${unit(issue)}`;
    case 'invalid_value':
      return 'not one of the values allowed';
    default:
      return written(issue) ?? 'not in the form asked for';
  }
}

function advice(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `send a value of type ${issue.expected}`;
    case 'too_small':
      return `send at least ${issue.minimum}${unit(issue)}`;
    case 'too_big':
      return `send at most ${issue.maximum}${unit(issue)}`;
    case 'invalid_value':
      return `send one of: ${issue.values.join(', ')}`;
    case 'invalid_format':
      return FORMS[issue.format] ?? 'write it as the schema of ComplaintPosted asks';
    case 'invalid_union':
      return `send ${issue.errors
        .flatMap(([first]) => (first ? advice(first) : []))
        .join(', or ')
        .replaceAll('send ', '')}`;
    default:
      return 'write it as the schema of ComplaintPosted asks';
  }
}

const FORMS: Readonly<Record<string, string>> = {
  datetime: 'send an instant with its offset, such as 2026-11-22T09:30:00+08:00',
  date: 'send a date, such as 2026-11-22',
};

type Sized = Readonly<{ origin: string }>;
const ofText = ({ origin }: Sized) => origin === 'string';
const unit = (sized: Sized) => (ofText(sized) ? ' characters' : sized.origin === 'array' ? ' items' : '');

/** Messages written in our own schemas name no input; the library's default says nothing. */
const written = ({ message }: Issue) => (message && message !== 'Invalid input' ? message : undefined);

function named(path: readonly PropertyKey[]): string {
  const name = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return name.replace(/^\./, '').slice(0, LONGEST_NAME) || 'body';
}

function isMissing(post: unknown, path: readonly PropertyKey[]): boolean {
  let part = post;
  for (const name of path) {
    if (part === null || typeof part !== 'object') return false;
    part = (part as Record<PropertyKey, unknown>)[name];
  }
  return path.length > 0 && part === undefined;
}

/** Particulars a complaint's record must hold and this post does not; to be asked for, never a reason to refuse. */
export function missingParticulars(post: ComplaintPosted): string[] {
  if (post.kind !== 'complaint') return [];
  const { complainant, card, identity } = post;
  // The bank holds name and contact of the account's owner.
  const isKnown = card?.account !== undefined;
  const actsForOther = complainant?.standing === 'representative' || complainant?.standing === 'heir';
  const held: [field: string, isHeld: boolean][] = [
    ['complainant.name', isKnown || complainant?.name !== undefined],
    ['complainant.contact', isKnown || complainant?.phone !== undefined || complainant?.email !== undefined],
    ['complainant.authority', !actsForOther || complainant?.authority !== undefined],
    ['amount', post.amount !== undefined],
    ['happenedAt', post.happenedAt !== undefined],
    ['demands', post.demands.length > 0],
    ['card', isKnown || card?.lastFour !== undefined],
    ['identity', identity !== undefined && identity.level !== 'none'],
    // Said in words, it is nobody the roster knows, and nobody can be kept from the ticket.
    ['complainedAbout', post.complainedAbout === undefined || RosterId.safeParse(post.complainedAbout).success],
  ];
  return held.filter(([, isHeld]) => !isHeld).map(([field]) => field);
}
