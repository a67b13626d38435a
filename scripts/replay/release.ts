import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Policy } from '../../functions/rules/policy.ts';
import { stop } from '../clock-flags.ts';

export const ROOT = join(import.meta.dirname, '..', '..');
const CHECK = join('functions', 'rules', 'check.ts');

/** The tables as they are written in a checkout. It needs no packages of its own: a copy is read, with those of this one. */
export function tablesIn(directory: string, policy: Partial<Policy> = {}): Promise<object> {
  if (!existsSync(join(directory, CHECK))) stop(`${directory}: holds no ${CHECK}; name the top folder of a checkout`);
  return loaded(directory, policy, (copy) => {
    for (const tree of ['rules', 'domain']) {
      cpSync(join(directory, 'functions', tree), join(copy, 'functions', tree), { recursive: true });
    }
  });
}

export function tablesAt(ref: string): Promise<object> {
  const git = (args: readonly string[], env = {}) =>
    execFileSync('git', args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'ignore'] });
  return loaded(`git:${ref}`, {}, (copy) => {
    // An index of its own: that of the checkout stays as it is.
    const own = { GIT_INDEX_FILE: join(copy, 'index') };
    try {
      const commit = git(['rev-parse', '--verify', '--end-of-options', `${ref}^{commit}`])
        .toString()
        .trim();
      git(['read-tree', '--prefix=functions/', `${commit}:functions`], own);
      git(['checkout-index', '--all', `--prefix=${copy}/`], own);
    } catch {
      stop(`git:${ref}: no commit of this repository is called so, or it has no functions`);
    }
  });
}

async function loaded(name: string, policy: Partial<Policy>, fill: (copy: string) => void): Promise<object> {
  const copy = mkdtempSync(join(tmpdir(), 'redress-rules-'));
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
  mkdirSync(join(copy, 'functions'));
  fill(copy);
  writeFileSync(join(copy, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  changePolicy(join(copy, 'functions', 'rules', 'policy.ts'), policy);
  const { RULES } = await imported(join(copy, CHECK), name);
  return typeof RULES === 'object' && RULES !== null
    ? RULES
    : stop(`${name}: its ${CHECK} has no RULES; only releases that have can be replayed`);
}

/** Changed in the file that says it, so that whatever other tables take from the policy follows. */
function changePolicy(file: string, policy: Partial<Policy>): void {
  if (Object.keys(policy).length === 0) return;
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nObject.assign(POLICY, ${JSON.stringify(policy)});\n`);
}

export async function imported(file: string, name: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await import(pathToFileURL(file).href);
  } catch (error) {
    return stop(`${name}: cannot be run: ${(error as Error).message.split('\n')[0]}`);
  }
}
