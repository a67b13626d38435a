import { createHash } from 'node:crypto';
import { closeSync, lstatSync, openSync, readFileSync, readSync, type Stats } from 'node:fs';

/** Of a manifest, a signature or an anchor; 10^6 heads take 200 MB. */
const LARGEST = 500_000_000;
/** An item of the table has 400 kB at most. */
const LONGEST_LINE = 4_000_000;
const CHUNK = 65_536;
const NEWLINE = 10;

/** A fault of a file, in words that go behind its name. */
export class BadFile extends Error {
  override readonly name = 'BadFile';
}

/** Without following a link: whoever put one there chose what is read. */
export function statOf(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

export function readPlain(path: string): Buffer {
  const { size } = plain(path);
  if (size > LARGEST) throw new BadFile('is too long');
  return readable(() => readFileSync(path));
}

/** What cannot be read is a fault of that file, and hinders nobody from reading the others. */
function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new BadFile(`cannot be read: ${(cause as Error).message}`, { cause });
  }
}

function plain(path: string): Stats {
  const found = statOf(path);
  if (!found) throw new BadFile('is missing');
  if (!found.isFile()) throw new BadFile('is no plain file');
  return found;
}

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Strict: bytes that are no UTF-8 are no text, and would else be taken for the text that replaces them. */
export const textOf = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

/** The lines of a file, a chunk in memory at a time, and what has no newline at its end; returns the hash of all of it. */
export function* linesOf(path: string): Generator<Readonly<{ bytes: Buffer; isWhole: boolean }>, string> {
  plain(path);
  const hash = createHash('sha256');
  const file = readable(() => openSync(path, 'r'));
  try {
    let rest = Buffer.alloc(0);
    for (;;) {
      const chunk = Buffer.alloc(CHUNK);
      const length = readSync(file, chunk);
      if (length === 0) break;
      hash.update(chunk.subarray(0, length));
      rest = Buffer.concat([rest, chunk.subarray(0, length)]);
      let from = 0;
      for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE, from)) {
        yield { bytes: rest.subarray(from, end), isWhole: true };
        from = end + 1;
      }
      rest = rest.subarray(from);
      if (rest.length > LONGEST_LINE) break;
    }
    if (rest.length > 0) yield { bytes: rest, isWhole: false };
    return hash.digest('hex');
  } finally {
    closeSync(file);
  }
}
