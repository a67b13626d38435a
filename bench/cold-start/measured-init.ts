import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const INIT = join(import.meta.dirname, 'init.cjs');

/** The milliseconds of one init, as Lambda does it: in a fresh process that knows nothing but the function's environment. */
export async function measuredInit(bundle: string, environment: Readonly<Record<string, string>>): Promise<number> {
  const { stdout } = await run(process.execPath, [INIT, bundle], { env: environment });
  return Number(stdout);
}
