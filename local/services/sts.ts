import { type Operations, operation } from '../protocol/operation.ts';

/** Who is asking: always the one account there is. */
export const stsOperations = (account: string): Operations => ({
  GetCallerIdentity: operation<object>([], () => ({
    Arn: `arn:aws:iam::${account}:root`,
    UserId: account,
    Account: account,
  })),
});
