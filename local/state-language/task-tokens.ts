import { randomBytes } from 'node:crypto';
import type { Execution } from './engine.ts';

const issued = new Map<string, Execution>();

/** A token nobody can guess, as AWS's; it leads back to its execution for as long as the process lives. */
export function issueToken(execution: Execution): string {
  const token = randomBytes(96).toString('base64url');
  issued.set(token, execution);
  return token;
}

/** The execution a token was issued in, even if the token is used or timed out; undefined when it was never issued. */
export const executionOfToken = (token: string): Execution | undefined => issued.get(token);
