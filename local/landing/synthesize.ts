import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export class SynthesisFailed extends Error {
  override readonly name = 'SynthesisFailed';
}

/** `npm run synth`, silent unless it fails. */
export function synthesize(): void {
  // npm is a script of its own on every system; a shell finds it, and there is nothing of a user's in this line.
  const { status, stdout, stderr } = spawnSync('npm run --silent synth', { cwd: ROOT, shell: true, encoding: 'utf8' });
  if (status !== 0) throw new SynthesisFailed(`npm run synth failed:\n${stdout}${stderr}`);
}
