import { missingChromium } from '../../scripts/chromium.ts';

/** Before any test: without a browser the run fails, and says what to do. */
export default function needsChromium(): void {
  const missing = missingChromium();
  if (missing) throw new Error(missing);
}
