import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ComplaintPosted } from '../domain/complaint-posted.ts';
import { isUrgentPost } from '../domain/urgent.ts';
import { LIMITS, type Limited } from '../rules/limits.ts';
import { URGENCY } from '../rules/urgency.ts';
import { logger } from './step.ts';
import { rowOf, throttle, untilNext } from './throttle.ts';

/** More than the desk takes in one window: kept by whoever sent it, and taken when it comes again in so many seconds. */
export type PutOffUntil = Readonly<{ kind: 'put-off'; rule: string; of: Limited; seconds: number }>;

/** What the door takes in one window. Nothing is refused for good, and nobody whose card is in other hands waits. */
export const intakeCaps = (db: DynamoDBDocumentClient, caseFiles: string) => {
  const may = throttle(db, caseFiles, LIMITS);

  /** A new ticket. By its cardholder first: a flood for one is not to use up the channel of everybody else. */
  async function ofPost(post: ComplaintPosted, now: Date): Promise<PutOffUntil | undefined> {
    if (isUrgentPost(URGENCY.rows, post)) return undefined;
    const { account } = post.card ?? {};
    const byHolder = account && (await over('posts of a cardholder', account, post.channel, now));
    return byHolder || over('posts of a channel', post.channel, post.channel, now);
  }

  /** What adds to a ticket that is there already. */
  async function over(of: Limited, whose: string, channel: string, now: Date): Promise<PutOffUntil | undefined> {
    if (await may(of, whose, now)) return undefined;
    const row = rowOf(LIMITS, of);
    logger.warn('a post was put off', { channel, cap: row[0] });
    return { kind: 'put-off', rule: row[0], of, seconds: untilNext(row, now) };
  }

  return { ofPost, over };
};
export type IntakeCaps = ReturnType<typeof intakeCaps>;
