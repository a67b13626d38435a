import type * as z from 'zod/mini';
import type { ComplaintPosted } from './complaint-posted.ts';

/** One field of a post that cannot be accepted: where it is, why, and what to do. Never the value that was sent. */
export type PostRefusal = Readonly<{ field: string; why: string; do: string }>;

type Issue = z.core.$ZodIssue;
const MOST_REFUSALS = 50;

/** What a failed parse of a post says to the channel that sent it. */
export function postRefusals(issues: readonly Issue[]): PostRefusal[] {
  return issues.flatMap(refusals).slice(0, MOST_REFUSALS);
}

function refusals(issue: Issue): PostRefusal[] {
  const field = named(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        field: named([...issue.path, key]),
        why: 'unknown field',
        do: 'leave it out, or spell it as the schema of ComplaintPosted does',
      }));
    case 'invalid_type':
      return issue.input === undefined
        ? [{ field, why: 'missing', do: `send a value of type ${issue.expected}` }]
        : [{ field, why: `not of type ${issue.expected}`, do: `send a value of type ${issue.expected}` }];
    case 'too_small':
      return [{ field, why: `shorter or less than ${issue.minimum}`, do: `send at least ${issue.minimum}` }];
    case 'too_big':
      return [{ field, why: `longer or more than ${issue.maximum}`, do: `send at most ${issue.maximum}` }];
    case 'invalid_value':
      return [{ field, why: 'not one of the values allowed', do: `send one of: ${issue.values.join(', ')}` }];
    case 'invalid_format':
      return [{ field, why: written(issue.message) ?? 'written in another form', do: `write it as ${issue.format}` }];
    default:
      return [{ field, why: written(issue.message) ?? 'not valid', do: 'see the schema of ComplaintPosted' }];
  }
}

/** Messages written in our schemas name no input; the library's own default says nothing. */
const written = (message: string | undefined) => (message && message !== 'Invalid input' ? message : undefined);

function named(path: readonly PropertyKey[]): string {
  const name = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return name.replace(/^\./, '').slice(0, 200) || 'body';
}

/** Particulars a complaint's record must hold and this post does not; to be asked for, never a reason to refuse. */
export function missingParticulars(post: ComplaintPosted): string[] {
  if (post.kind !== 'complaint') return [];
  const { complainant, card } = post;
  const knownToBank = card?.account !== undefined;
  const missing: [string, boolean][] = [
    ['complainant.name', !knownToBank && !complainant?.name],
    ['complainant.contact', !knownToBank && !complainant?.phone && !complainant?.email],
    [
      'complainant.authority',
      complainant?.standing === 'representative' || complainant?.standing === 'heir' ? !complainant.authority : false,
    ],
    ['amount', post.amount === undefined],
    ['happenedAt', post.happenedAt === undefined],
    ['demands', post.demands.length === 0],
    ['card', card?.account === undefined && card?.lastFour === undefined],
    ['identity', post.identity === undefined || post.identity.level === 'none'],
  ];
  return missing.filter(([, isMissing]) => isMissing).map(([field]) => field);
}
