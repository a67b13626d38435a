import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Debian's, unless the environment names another. */
const CHROMIUM = process.env.CHROMIUM || '/usr/bin/chromium';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

/** Why there is no browser, and how to get one; nothing where there is one. */
export const missingChromium = (): string | undefined =>
  existsSync(CHROMIUM)
    ? undefined
    : `There is no Chromium at ${CHROMIUM}: \`apt-get install chromium\` puts Debian's there, or say where one is: CHROMIUM=/path/to/chromium.`;

/** A real browser without a window; `flags`: for this one on top of the usual. */
export function startChromium(flags: readonly string[] = []): Promise<Browser> {
  const missing = missingChromium();
  if (missing) throw new Error(missing);
  return chromium.launch({ executablePath: CHROMIUM, args: [...FLAGS, ...flags] });
}
