import { createHmac } from 'node:crypto';
import type { ComplaintPosted } from '../domain/complaint-posted.ts';
import type { Likeness } from '../domain/likeness.ts';
import { localDate } from '../domain/local-time.ts';
import { plainWords } from '../domain/plain-words.ts';

/**
 * By what a post can be compared with others. Each kind of particular has HMACs of its own, so that a text that reads
 * like a merchant's name is not like it; cut to 128 bits, because an item holds several.
 */
export function likenessOf(post: ComplaintPosted, key: string, bankZone: string): Likeness {
  const mac = (kind: string, said: string | undefined) => {
    if (!said) return {};
    const hex = createHmac('sha256', key).update(JSON.stringify(['like', kind, said]));
    return { [kind]: hex.digest('hex').slice(0, 32) };
  };
  const { complainant, merchant, product, amount } = post;
  return {
    ...mac('holder', holderOf(post)),
    ...mac('phone', complainant?.phone),
    ...mac('merchant', plain(merchant)),
    ...mac('product', plain(product)),
    ...mac('amount', amount && `${amount.minor} ${amount.currency}`),
    ...mac('day', dayOf(post, bankZone)),
    ...mac('text', plain(post.narrative)),
  };
}

/** The account as the card system names it; without one the phone of somebody whose identity was checked. */
function holderOf({ card, complainant, identity }: ComplaintPosted): string | undefined {
  if (card?.account) return `account ${card.account}`;
  const isChecked = (identity?.level ?? 'none') !== 'none';
  return isChecked && complainant?.phone ? `phone ${complainant.phone}` : undefined;
}

function dayOf({ happenedAt, zone }: ComplaintPosted, bankZone: string): string | undefined {
  return happenedAt?.includes('T') ? localDate(happenedAt, zone ?? bankZone) : happenedAt;
}

/** However it is spelt: case, width, punctuation and spaces say nothing. */
const plain = (text: string | undefined) => text && plainWords(text).trim();
