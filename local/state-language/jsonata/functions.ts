import { createHash, randomUUID } from 'node:crypto';
import type jsonata from 'jsonata';
import { javaRandom } from './java-random.ts';

/** What expressions take from the execution they run in: its clock and its randomness. */
export type Host = Readonly<{ now: number; random: (() => number) | undefined }>;

/** No expression can name it: variables have no spaces. */
export const HOST = 'the host';

const ALGORITHMS = ['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'];

/** Teaches an expression the functions AWS adds to JSONata, the virtual time, and to forget `$eval`. */
export function addFunctions(expression: jsonata.Expression): void {
  expression.registerFunction('partition', partition, '<an?:a>');
  expression.registerFunction('range', range, '<nnn?:a<n>>');
  expression.registerFunction('hash', hash, '<ss?:s>');
  expression.registerFunction('parse', parse, '<s-:x>');
  expression.registerFunction('random', random, '<n?:n>');
  expression.registerFunction('uuid', uuid, '<:s>');
  expression.registerFunction('millis', millis, '<:n>');
  expression.registerFunction('now', now, '<s?s?:s>');
  expression.assign('eval', undefined);
}

function partition(items: unknown[], size?: number): unknown[] | undefined {
  const length = size === undefined ? items.length : Math.trunc(size);
  if (length < 0) throw jsonataError('D3137', 'Second argument must be zero or greater');
  if (length === 0) return undefined;
  return Array.from({ length: Math.ceil(items.length / length) }, (_, i) => items.slice(i * length, (i + 1) * length));
}

function range(first: number, last: number, step?: number): number[] | undefined {
  const [from, to, by] = [first, last, step ?? 0].map(Math.trunc) as [number, number, number];
  const length = by === 0 ? 0 : Math.floor((to - from) / by) + 1;
  return length > 0 ? Array.from({ length }, (_, i) => from + i * by) : undefined;
}

function hash(text: string, algorithm?: string): string | undefined {
  if (algorithm === undefined) return undefined;
  if (!ALGORITHMS.includes(algorithm)) throw jsonataError('D3137', `Unsupported hash algorithm: ${algorithm}`);
  return createHash(algorithm.replace('-', '').toLowerCase()).update(text).digest('hex');
}

function parse(text?: string): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw jsonataError('D3137', 'Invalid JSON');
  }
}

function random(this: jsonata.Focus, seed?: number): number {
  return seed === undefined ? (hostOf(this).random ?? Math.random)() : javaRandom(seed);
}

function uuid(this: jsonata.Focus): string {
  const draw = hostOf(this).random;
  if (!draw) return randomUUID();
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (digit) => {
    const drawn = Math.floor(draw() * 16);
    return (digit === 'x' ? drawn : 8 + (drawn % 4)).toString(16);
  });
}

function millis(this: jsonata.Focus): number {
  return hostOf(this).now;
}

function now(this: jsonata.Focus, picture?: string, timezone?: string): string {
  return this.environment.lookup('fromMillis').implementation.call(this, hostOf(this).now, picture, timezone);
}

const hostOf = (focus: jsonata.Focus): Host => focus.environment.lookup(HOST);

/** JSONata's own errors are objects with a code and a message. */
const jsonataError = (code: string, message: string) => Object.assign(new Error(message), { code });
