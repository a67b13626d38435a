import { readFileSync } from 'node:fs';
import { postsOfRows } from '../../local/demo/cfpb-rows.ts';
import { COMPLAINTS } from '../../local/demo/complaints.ts';
import { stop } from '../clock-flags.ts';

/** A post as it was sent. `place`: where it stands in the input, for what is said about it. */
export type Sent = Readonly<{ place: string; receivedAt: string; post: unknown }>;
type Row = Readonly<Record<string, unknown>>;
type Line = Readonly<{ place: string; row: unknown }>;

/** The posts of an input, each with when it came. `otherwise`: for one that does not say. */
export function postsOf(input: string, limit: number, otherwise: string): Sent[] {
  if (input === 'samples') {
    return COMPLAINTS.slice(0, limit).map(({ at, body }, index) => ({
      place: `sample ${index + 1}`,
      receivedAt: at.toISOString(),
      post: body,
    }));
  }
  const lines = linesOf(input, limit);
  const isOfPublicFile = isRow(lines[0]?.row) && 'Consumer complaint narrative' in lines[0].row;
  return isOfPublicFile ? ofPublicFile(lines) : lines.map((line) => ofChannel(line, otherwise));
}

function linesOf(file: string, limit: number): Line[] {
  const texts = textOf(file).split('\n');
  const written = texts.flatMap((text, index) => (text.trim() === '' ? [] : [{ text, place: `line ${index + 1}` }]));
  return written.slice(0, limit).map(({ text, place }) => {
    try {
      return { place, row: JSON.parse(text) as unknown };
    } catch {
      return stop(`--input ${file}, ${place}: is not JSON; each line is to hold one whole post`);
    }
  });
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    return stop(`--input ${file}: cannot be read (${(error as NodeJS.ErrnoException).code}); or say samples`);
  }
}

function ofPublicFile(lines: readonly Line[]): Sent[] {
  const planned = postsOfRows(
    lines.map(({ row }) => (isRow(row) ? row : {})),
    1,
  );
  return planned.map(({ at, body }, index) => ({
    place: lines[index]?.place ?? '',
    receivedAt: at.toISOString(),
    post: body,
  }));
}

function ofChannel({ place, row }: Line, otherwise: string): Sent {
  if (isRow(row) && 'post' in row) return { place, receivedAt: instantAt(place, row.receivedAt), post: row.post };
  const posted = isRow(row) && typeof row.postedAt === 'string' ? Date.parse(row.postedAt) : Number.NaN;
  return { place, receivedAt: Number.isNaN(posted) ? otherwise : new Date(posted).toISOString(), post: row };
}

function instantAt(place: string, given: unknown): string {
  const hasOffset = typeof given === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d\d:?\d\d)$/.test(given);
  const at = hasOffset ? Date.parse(given) : Number.NaN;
  if (!Number.isNaN(at)) return new Date(at).toISOString();
  return stop(`--input, ${place}: receivedAt is to be an instant with its offset, such as 2026-02-10T23:59:00+08:00`);
}

const isRow = (json: unknown): json is Row => typeof json === 'object' && json !== null && !Array.isArray(json);
