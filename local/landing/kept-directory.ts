import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MARK = 'kept-by-redress';

export class NotOurs extends Error {
  override readonly name = 'NotOurs';
}

/** The directory of a desk on this machine; `fresh` empties it first. Refused with NotOurs where something else lies. */
export function keptDirectory(directory: string, fresh: boolean): string {
  const mark = join(directory, MARK);
  const isEmpty = !existsSync(directory) || readdirSync(directory).length === 0;
  if (!isEmpty && !existsSync(mark))
    throw new NotOurs(`${directory} holds something else; name another directory with --data`);
  if (fresh) rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  writeFileSync(mark, 'Tables, messages and settings of `npm start`. Safe to delete while it is not running.\n');
  return directory;
}
