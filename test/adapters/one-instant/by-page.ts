import { canonical, sha256 } from '../../../functions/adapters/digest.ts';
import type { Followed } from '../../../functions/adapters/links.ts';
import { givingOn } from '../../../functions/pages/give-on.ts';
import { taskBehind } from '../../../functions/pages/task-behind.ts';
import { INSTANT, SEEN, TASK } from './a-waiting-ticket.ts';
import type { Place } from './actors.ts';
import type { OwnStores } from './stores-over.ts';

const ZONE = 'Asia/Shanghai';
const TYPED = '246810';

/** The page came again instead of a decision: so many answers got lost that the code's tries are used up. */
export class CodeUsedUp extends Error {
  override readonly name = 'CodeUsedUp';
}

/** Each person has one link to the approval, and one code, in as many windows as they like. */
const linkOf = (ticket: string, person: string): Followed => ({
  ...{ page: 'approval', sentAt: '', expiresAt: '', token: `${ticket} ${person}`, hash: `${ticket} ${person}` },
  ...{ ticket, task: TASK, person, level: 'team-lead', proposal: SEEN, version: 1 },
});

/** A code that came a minute ago, as the table holds it. */
export async function codeSent({ codes }: OwnStores, ticket: string, person: string): Promise<void> {
  const { token, hash } = linkOf(ticket, person);
  const [sentAt, validUntil] = [-1, 9].map((more) => new Date(Date.parse(INSTANT) + more * 60_000).toISOString());
  const code = { nonce: 'nonce', message: 'code', sentAt: sentAt ?? '', validUntil: validUntil ?? '', tries: 0 };
  await codes.put(hash, { ...code, digest: sha256(canonical([token, TYPED, code.nonce])) });
}

/** How many of the tries of somebody's code are used up. */
export async function triesUsed({ codes }: OwnStores, ticket: string, person: string): Promise<number | undefined> {
  return (await codes.read(linkOf(ticket, person).hash))?.tries;
}

/**
 * A form of the approval page, with its code: all of the page but HTTP, and but what is only shown. Between its opening and
 * its decision whatever else there is may happen.
 */
export async function byPage(place: Place, person: string, form: Readonly<Record<string, string>>): Promise<void> {
  const { id, now, stores } = place;
  const link = linkOf(id, person);
  const ticket = await stores.log.read(id);
  const task = taskBehind(ticket, link, ['approve'], now);
  const giving = form.act === 'give' && (await givingOn(stores.roster, ticket, task, { by: person, zone: ZONE, now }));
  const { choice, colleagues } = giving || { choice: { people: [], day: '', levels: [] }, colleagues: [] };
  const opened = {
    link,
    ticket,
    task,
    person,
    id,
    salt: 'salt',
    choice,
    colleagues,
    locale: 'en',
    zone: ZONE,
  } as const;
  const shown = await stores.act(opened, { seen: SEEN, ...form, code: TYPED }, now);
  if (shown !== undefined) throw new CodeUsedUp(String(shown));
}
