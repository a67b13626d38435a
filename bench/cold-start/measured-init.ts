import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Milliseconds to load a bundle: until it was there, and what the thread itself worked for it. */
export type Init = Readonly<{ wall: number; cpu: number }>;

const run = promisify(execFile);
const INIT = join(import.meta.dirname, 'init.cjs');

/** One init, as Lambda does it: a fresh process that knows nothing but the function's environment. */
export async function measuredInit(bundle: string, environment: Readonly<Record<string, string>>): Promise<Init> {
  const { stdout } = await run(process.execPath, [INIT, bundle], { env: environment });
  return JSON.parse(stdout);
}
