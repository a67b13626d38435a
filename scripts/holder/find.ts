import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { Complaint } from '../../functions/domain/case-file.ts';
import type { Place } from './place.ts';

/** Whose records: by the phone, in E.164, or the account's reference, as posts say them. */
export type Whose = Readonly<{ phone?: string | undefined; account?: string | undefined }>;

/** A post that was refused, as it was kept. `id`: of its item. */
export type Refused = Readonly<{ id: string; at: string; post: string }>;

/**
 * The tickets of a cardholder. No index leads from a person to their tickets, so that nobody can follow it: the whole
 * table of case files is read, once, which takes minutes and some cents for a million of them.
 */
export async function ticketsOf({ db, names }: Place, { phone, account }: Whose): Promise<string[]> {
  const found: string[] = [];
  const filter = {
    FilterExpression: 'begins_with(pk, :case) AND sk = :complaint',
    ExpressionAttributeValues: { ':case': 'CASE#', ':complaint': 'complaint' },
  };
  for await (const { Items = [] } of paginateScan({ client: db }, { TableName: names.caseFiles, ...filter })) {
    for (const { pk, content } of Items) {
      const { complainant, card } = Complaint.parse(content).post;
      const isTheirs = (phone && complainant?.phone === phone) || (account && card?.account === account);
      if (isTheirs) found.push(String(pk).replace('CASE#', ''));
    }
  }
  return found.sort();
}

/** Posts that were refused and say the same phone, address, account or reference as a complaint of theirs. */
export async function refusedLike({ db, names }: Place, complaints: readonly Complaint[]): Promise<Refused[]> {
  const said = complaints.flatMap(particulars);
  if (said.length === 0) return [];
  const found: Refused[] = [];
  const filter = {
    FilterExpression: 'begins_with(pk, :refused)',
    ExpressionAttributeValues: { ':refused': 'REFUSED#' },
  };
  for await (const { Items = [] } of paginateScan({ client: db }, { TableName: names.caseFiles, ...filter })) {
    for (const { pk, at, post } of Items) {
      const text = String(post);
      const bare = text.replace(/[ ().-]/g, '');
      if (said.some((one) => text.includes(one) || bare.includes(one)))
        found.push({ id: String(pk), at: String(at), post: text });
    }
  }
  return found;
}

/** As JSON writes them; a phone however its country is written. */
function particulars({ post }: Complaint): string[] {
  const { complainant, card, channelReference } = post;
  const phone = complainant?.phone && parsePhoneNumberFromString(complainant.phone)?.nationalNumber;
  const quoted = [complainant?.email, card?.account, channelReference].flatMap((one) =>
    one ? JSON.stringify(one) : [],
  );
  return [...quoted, ...(phone ? [phone] : [])];
}
