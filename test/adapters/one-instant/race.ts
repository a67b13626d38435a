import type * as fc from 'fast-check';
import type { Outgoing, Sender } from '../../../functions/adapters/outgoing.ts';
import { type Beginning, INSTANT, waitingTicket } from './a-waiting-ticket.ts';
import { type Place, ROLES, type Role, type RoleName } from './actors.ts';
import { codeSent, triesUsed } from './by-page.ts';
import type { EmbeddedTables } from './embedded-tables.ts';
import { sentBy } from './sent-by.ts';
import { type OwnStores, storesOver } from './stores-over.ts';
import { straightTo } from './straight-to.ts';
import { type Fate, turns } from './turns.ts';

/** What came of one who acted; nothing came where they were not refused. */
export type Came = Readonly<{ role: RoleName; at: string; refused?: Error; isWorkflow: boolean }>;
/** Their answer was lost for good. Whether it was done, the log says. */
export const heardNothing = ({ refused }: Pick<Came, 'refused'>): boolean =>
  ['SenderDied', 'TimeoutError'].includes(refused?.name ?? '');

/** Before a message that got stuck is owed again. */
const LATER = new Date(Date.parse(INSTANT) + 60_000).toISOString();

export type Race = Readonly<{
  roles: readonly RoleName[];
  beginning: Beginning;
  fates: readonly Fate[];
  status: string;
}>;

/** The desk's tables, where one race after another is run on a ticket of its own. */
export function races(tables: EmbeddedTables, usualTexts: Sender) {
  const quiet = storesOver(straightTo(tables), tables);
  const lines = linesOf(tables);
  let runs = 0;

  async function run(scheduler: fc.Scheduler, { roles, beginning, fates, status }: Race) {
    const id = `RACE${String(++runs).padStart(8, '0')}`;
    await waitingTicket(quiet, id, beginning);
    const people = new Set(roles.flatMap((role) => (ROLES[role] as Role).person ?? []));
    for (const person of people) await codeSent(quiet, id, person);
    const before = await quiet.log.read(id);
    const { actor, run: inTurns, tooLate } = turns(scheduler, tables, fates);
    const came: Came[] = [];
    const sms: Outgoing[] = [];
    const placeOf = (at: string, stores: OwnStores, outside: Place['outside']): Place => ({
      ...{ id, now: new Date(at), stores, tables, status, outside, sms, usualTexts },
    });

    async function act(role: RoleName, at: string): Promise<void> {
      const self = actor(role);
      const { act, onward }: Role = ROLES[role];
      const place = placeOf(at, lines[role](self.send), self.ask);
      const one = { role, at, isWorkflow: false };
      const isDone = await attempt(one, act(place));
      if (isDone && onward) await attempt({ ...one, isWorkflow: true }, onward(place));
      self.over();
    }

    async function attempt(one: Came, acting: Promise<unknown>): Promise<boolean> {
      const refused = await acting.then(() => undefined).catch((error: Error) => error);
      came.push({ ...one, ...(refused && { refused }) });
      return refused === undefined;
    }

    // Each a millisecond after another, so that the log tells them apart.
    const instants = roles.map((_, nth) => new Date(Date.parse(INSTANT) + nth).toISOString());
    await inTurns(Promise.all(roles.map((role, nth) => act(role, instants[nth] ?? INSTANT))));
    const after = await quiet.log.read(id);

    const tries = new Map<string, number | undefined>();
    for (const person of people) tries.set(person, await triesUsed(quiet, id, person));

    /** Whether it was done, with nobody beside. */
    const alone = async ({ role, at }: Pick<Came, 'role' | 'at'>): Promise<boolean> => {
      const acting = ROLES[role].act(placeOf(at, quiet, (_, answer) => answer()));
      return acting.then(() => true).catch(() => false);
    };

    /** Who heard nothing asks again, and the watch comes by; then all who heard that it is done do the same once more. */
    async function again() {
      const done = came.filter(({ refused, isWorkflow }) => !refused && !isWorkflow);
      for (const one of came) if (heardNothing(one) && !one.isWorkflow && (await alone(one))) done.push(one);
      await alone({ role: 'the watch looks', at: LATER });
      const settled = await quiet.log.read(id);
      for (const one of done) await alone(one);
      return { settled, repeated: await quiet.log.read(id) };
    }
    const isFaultless = fates.every((fate) => fate === 'arrives');
    return { id, before, after, came, sms, tries, isFaultless, tooLate: tooLate(), again };
  }

  return { run, quiet };
}
export type Ran = Awaited<ReturnType<ReturnType<typeof races>['run']>>;

type Send = EmbeddedTables['answer'];

/** Everybody has a client of their own, which is kept from race to race, since it is dear to make. */
function linesOf(tables: EmbeddedTables) {
  const lineOf = () => {
    let line: Send = tables.answer;
    const own = storesOver(
      sentBy((sent) => line(sent)),
      tables,
    );
    return (send: Send) => {
      line = send;
      return own;
    };
  };
  const names = Object.keys(ROLES) as RoleName[];
  return Object.fromEntries(names.map((name) => [name, lineOf()])) as Record<RoleName, ReturnType<typeof lineOf>>;
}
