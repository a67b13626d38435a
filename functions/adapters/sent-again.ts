import type { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';

/** Puts one item of a log, and where another is there already, is refused with that one. */
export const IF_FREE = {
  ConditionExpression: 'attribute_not_exists(sk)',
  ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
} as const;

/**
 * What is in the way of a decision is the decision itself: the answer to its Put was lost, and the SDK sent it again. Whoever
 * made it is not to hear that somebody else was faster. Of two who decide the same in one millisecond, it holds for one that
 * was sent more than once alone.
 */
export const isSentAgain = (
  { Item: found, $metadata: { attempts = 1 } }: ConditionalCheckFailedException,
  { hash, token }: Readonly<{ hash: string; token?: string }>,
): boolean => attempts > 1 && found?.hash?.S === hash && found.token?.S === token;
