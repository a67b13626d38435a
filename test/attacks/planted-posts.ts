import { ComplaintPosted } from '../../functions/domain/complaint-posted.ts';
import { FollowUpPosted } from '../../functions/domain/follow-up-posted.ts';
import type { Markers } from './markers.ts';
import { planted } from './planted-post.ts';

const CODES = {
  ...{ channel: 'app', kind: 'complaint', locale: 'en', zone: 'Asia/Shanghai', preferredWay: 'sms' },
  ...{ 'complainant.standing': 'self', 'identity.level': 'strong', 'card.tier': 'standard', publicPost: false },
  ...{ 'amount.currency': 'CNY', 'attachments.0.bytes': 1, 'attachments.1.bytes': 2 },
};

/** Posts and follow-ups that say of somebody all that they can say. What an amount or an instant is, no word can be. */
export function plantedPosts(marks: Markers) {
  let count = 0;

  function post(over: Record<string, unknown> = {}): Record<string, unknown> {
    count += 1;
    const nth = String(count).padStart(4, '0');
    const minor = 910_000_000 + count;
    const major = `${String(minor).slice(0, 1)},${String(minor).slice(1, 4)},${String(minor).slice(4, 7)}`;
    const instant = (where: string, hour: number) => {
      const at = `2026-02-17T0${hour}:${nth.slice(0, 2)}:${nth.slice(2)}.219Z`;
      return marks.known(where, at, at.slice(0, 19));
    };
    return {
      ...(planted(ComplaintPosted, marks, {
        ...CODES,
        'complainant.name': `${marks.word('complainant.name')} ${marks.word('complainant.name')} 赵墨辰${nth}`,
        'complainant.phone': marks.known('complainant.phone', `+861391234${nth}`, `1391234${nth}`),
        'complainant.email': `${marks.word('complainant.email')}@mail.example`,
        'identity.checkedAt': instant('identity.checkedAt', 3),
        happenedAt: instant('happenedAt', 4),
        postedAt: instant('postedAt', 5),
        'amount.minor': marks.known('amount.minor', minor, String(minor), major),
        'card.lastFour': marks.known('card.lastFour', '7391', '"7391', '**** 7391'),
        ...hashes(nth),
      }) as object),
      ...over,
    };
  }

  /** A post that goes the standard way, unless it says otherwise. */
  const usual = (over: Record<string, unknown> = {}) =>
    post({ passedOnBy: undefined, category: 'fees-and-interest', ...over });

  function followUp(ticket: string, about: string): object {
    count += 1;
    const word = (path: string) => marks.word(`follow-up ${path}`);
    return planted(
      FollowUpPosted,
      { word },
      { ...CODES, ticket, about, ...hashes(String(count).padStart(4, '0')) },
    ) as object;
  }

  function hashes(nth: string): Record<string, string> {
    const of = (which: string) => {
      const hash = `ab1ad1e${which}${nth}`.padEnd(64, 'e7');
      return marks.known('attachments.sha256', hash, hash.slice(0, 24));
    };
    return { 'attachments.0.sha256': of('a'), 'attachments.1.sha256': of('b') };
  }

  return { post, usual, followUp };
}
