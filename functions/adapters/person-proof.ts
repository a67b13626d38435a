import { randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { Confirmed } from '../domain/event-words.ts';
import { hoursAfter } from '../domain/later.ts';
import { type RefusedCodes, refuseCodes } from '../domain/refuse-codes.ts';
import { LIMITS } from '../rules/limits.ts';
import { POLICY } from '../rules/policy.ts';
import type { Code } from './codes.ts';
import { canonical, sha256 } from './digest.ts';
import type { Followed } from './links.ts';
import { notices } from './notices.ts';
import { NoPhone, TooManyCodes } from './page-refusals.ts';
import type { PageStores } from './page-stores.ts';
import { rowOf, untilNext } from './throttle.ts';
import type { Logged } from './ticket-log.ts';
import { toAsker } from './to-asker.ts';

/** A code that waits to be typed. `isSent`: its message got as far as we know. */
export type SentCode = Readonly<{ sentAt: string; validUntil: string; triesLeft: number; isSent: boolean }>;
/** Why somebody's code does not do: they have none, typed none, or it is over, wrong, or was wrong too often. */
export type CodeProblem = 'none' | 'missing' | 'over' | 'wrong' | 'void';
export type Proof = Readonly<
  | { confirmed: Confirmed; giveBack: () => Promise<void>; problem?: undefined }
  | { problem: CodeProblem; confirmed?: undefined }
>;

/** A person's own digits, as a keyboard for Chinese may write them, and with the spaces of a message. */
const digitsOf = (typed: string): string => typed.normalize('NFKC').replace(/\s/g, '');
const CODE = /^\d{6}$/;

/** For so long an SMS may be on its way. */
const ON_ITS_WAY_MS = 60_000;
const isOnItsWay = ({ sentAt, message }: Code, { messages }: Logged, now: Date): boolean =>
  now.getTime() - Date.parse(sentAt) < ON_ITS_WAY_MS && messages[message]?.state !== 'failed';

const digestOf = (token: string, code: string, nonce: string): string => sha256(canonical([token, code, nonce]));

/**
 * That it is the person who decides, and not whoever holds, forwards, scans or presses their link: a one-time code, sent
 * at their request to the telephone that the roster has for them at that moment.
 *
 * This is the one place that knows how. Where a bank has single sign-on, its OIDC login takes the code's place here: `ask`
 * sends the person to the login, with the link's hash in `state`; `state` tells whether they are back; `check` holds the
 * subject of the token that came against the link's person. Pages and decisions stay as they are, and `Confirmed` gets a
 * second word.
 */
export const personProof = (stores: Pick<PageStores, 'log' | 'links' | 'roster' | 'may' | 'uncount' | 'codes'>) => {
  const { log, roster, may, uncount, codes } = stores;
  const { validMinutes, triesAtMost } = POLICY.code;
  const send = notices(stores, toAsker());

  /** The code of a link that is good now. */
  async function state({ hash }: Followed, { messages }: Logged, now: Date): Promise<SentCode | undefined> {
    const code = await goodCode(hash, now);
    if (!code) return undefined;
    const { sentAt, validUntil, tries, message } = code;
    return { sentAt, validUntil, triesLeft: triesAtMost - tries, isSent: messages[message]?.state !== 'failed' };
  }

  /**
   * Sends a new code, which takes the place of the one before. Everything else that pages say is sent by the watch; a code
   * goes out at once, because its person sits before the page, and because no log or queue may hold it. Who asks again
   * while the SMS may still be on its way, or presses every button of a page, is sent no other; and one that could not be
   * sent counts for nothing, and takes no good one's place.
   */
  async function ask(link: Followed, ticket: Logged, now: Date): Promise<Logged> {
    const { hash, token, person: id } = link;
    const person = await roster.person(id);
    if (!person) throw new NoPhone(id);
    const before = await goodCode(hash, now);
    if (before && isOnItsWay(before, ticket, now)) return ticket;
    await mayAsk(link, now);
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const nonce = randomBytes(16).toString('hex');
    const message = `code-${hash.slice(0, 12)}-${nonce.slice(0, 8)}`;
    const sentAt = now.toISOString();
    const validUntil = hoursAfter(now, validMinutes / 60);
    await codes.put(hash, { nonce, digest: digestOf(token, code, nonce), message, sentAt, validUntil, tries: 0 });
    const to = { person: id, phone: person.phone, locale: person.locale };
    const after = await send(ticket, {
      message,
      purpose: 'code',
      by: BY,
      at: now,
      to,
      only: ['sms'],
      code: { code, minutes: validMinutes },
    });
    if (after.messages[message]?.state === 'failed') {
      if (before) await codes.put(hash, { ...before, message });
      await uncount('codes of a link', hash, now);
      await uncount('codes of a person', id, now);
    }
    return after;
  }

  /**
   * Whether what was typed is the link's code. A right one stays good until its time is over or its task closed: who was
   * turned away for another reason, or met a fault of ours, decides with the same code, and is given the try back.
   */
  async function check(link: Followed, typed: string | undefined, now: Date): Promise<Proof> {
    const given = digitsOf(typed ?? '');
    if (!CODE.test(given)) return { problem: (await codes.read(link.hash)) ? 'missing' : 'none' };
    const code = await codes.tryOnce(link.hash, triesAtMost, now);
    if (!code) {
      const before = await codes.read(link.hash);
      return { problem: (before && problemOf(before, now)) ?? 'none' };
    }
    if (isRight(link, given, code)) return { confirmed: 'code', giveBack: () => codes.giveBack(link.hash, code) };
    if (code.tries < triesAtMost) return { problem: 'wrong' };
    await record(link, 'wrong-codes', now);
    return { problem: 'void' };
  }

  async function mayAsk(link: Followed, now: Date): Promise<void> {
    const why =
      ((await may('codes of a link', link.hash, now)) ? undefined : 'codes-of-link') ??
      ((await may('codes of a person', link.person, now)) ? undefined : 'codes-of-person');
    if (!why) return;
    await record(link, why, now);
    const row = rowOf(LIMITS, why === 'codes-of-link' ? 'codes of a link' : 'codes of a person');
    throw new TooManyCodes(why, Math.ceil(untilNext(row, now) / 3600));
  }

  async function goodCode(hash: string, now: Date): Promise<Code | undefined> {
    const code = await codes.read(hash);
    return code && !problemOf(code, now) ? code : undefined;
  }

  async function record({ ticket, task, person, hash }: Followed, why: RefusedCodes['why'], now: Date): Promise<void> {
    const at = now.toISOString();
    await log.decide(ticket, { at, by: BY }, (current) => refuseCodes(current, { task, person, link: hash, why, at }));
  }

  function problemOf({ tries, validUntil }: Code, now: Date): CodeProblem | undefined {
    if (validUntil <= now.toISOString()) return 'over';
    return tries >= triesAtMost ? 'void' : undefined;
  }

  return { ask, state, check };
};
export type PersonProof = ReturnType<typeof personProof>;

/** Whoever asked for it may not be the person whose link it is. */
const BY = 'pages';

function isRight({ token }: Followed, given: string, { digest, nonce }: Code): boolean {
  return timingSafeEqual(Buffer.from(digestOf(token, given, nonce)), Buffer.from(digest));
}
