import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { RULES, type Rules, ruleFaults } from '../../functions/rules/check.ts';
import type { Policy } from '../../functions/rules/policy.ts';
import { stop } from '../clock-flags.ts';
import { imported, ROOT, tablesAt, tablesIn } from './release.ts';
import { withRow } from './row-of-fault.ts';

type Tell = (note: string) => void;
type Tables = Readonly<Record<string, unknown>>;
const NAMES = Object.keys(RULES);

/**
 * The rules that were named on the command line, whole, and held against their forms and one another. `only`: the tables
 * to take of them, where the others are not asked for.
 */
export async function ruleSet(name: string, only: readonly string[] | undefined, tell: Tell): Promise<Rules> {
  const taken = only ?? NAMES;
  const unknown = taken.filter((table) => !NAMES.includes(table));
  if (unknown.length > 0) stop(`--tables ${unknown.join(',')}: no table is called so; there are ${NAMES.join(', ')}`);
  const named = await tablesOf(name, tell);
  const rules = { ...RULES, ...Object.fromEntries(Object.entries(named).filter(([table]) => taken.includes(table))) };
  const faults = ruleFaults(rules).map((fault) => withRow(fault, rules));
  if (faults.length > 0) stop(`${name}: the tables do not hold. ${ADVICE}\n  ${faults.join('\n  ')}`);
  return rules;
}

const ADVICE = 'Mend what is named here; or, of a release whose tables had another form, take some alone by --tables:';

async function tablesOf(name: string, tell: Tell): Promise<Rules> {
  if (name === 'current') return RULES;
  if (name.startsWith('git:')) return completed(name, (await tablesAt(name.slice(4))) as Tables, tell);
  if (!existsSync(name)) stop(`${name}: is no file or directory; or say current or git:REF, see --help`);
  if (statSync(name).isDirectory()) return completed(name, (await tablesIn(resolve(name))) as Tables, tell);
  return overlaid(name, await overlayOf(name));
}

/** An older release knows fewer tables and numbers, and perhaps some that are gone: the domain that asks is today's. */
function completed(name: string, theirs: Tables, tell: Tell): Rules {
  const tables = (theirs.policy ?? {}) as Tables;
  const policy = Object.fromEntries(Object.entries(RULES.policy).map(([key, value]) => [key, tables[key] ?? value]));
  const both = { ...RULES, ...Object.fromEntries(NAMES.map((key) => [key, theirs[key] ?? RULES[key as keyof Rules]])) };
  const lacking = [...missing(RULES, theirs), ...missing(RULES.policy, tables).map((key) => `policy.${key}`)];
  const gone = [...missing(theirs, RULES), ...missing(tables, RULES.policy).map((key) => `policy.${key}`)];
  if (lacking.length > 0) tell(`${name} does not have, and the current ones stand for: ${lacking.join(', ')}`);
  if (gone.length > 0) tell(`${name} has, and nothing asks for any more: ${gone.join(', ')}`);
  return { ...both, policy: policy as Policy };
}

const missing = (of: object, from: object): string[] => Object.keys(of).filter((key) => !Object.hasOwn(from, key));

async function overlaid(name: string, { policy = {}, ...tables }: Tables): Promise<Rules> {
  const unknown = missing(tables, RULES);
  if (unknown.length > 0) stop(`${name}: no table is called ${unknown.join(', ')}; there are ${NAMES.join(', ')}`);
  if (!isTables(policy)) return stop(`${name}: policy is to be an object of numbers by their names`);
  const strange = missing(policy, RULES.policy);
  if (strange.length > 0) stop(`${name}: the policy has no ${strange.join(', ')}; see functions/rules/policy.ts`);
  const current = Object.keys(policy).length === 0 ? RULES : await tablesIn(ROOT, policy as Partial<Policy>);
  return { ...RULES, ...current, ...tables };
}

async function overlayOf(file: string): Promise<Tables> {
  if (!/\.(json|ts)$/.test(file)) return stop(`${file}: is to be a .json or .ts file of tables, see --help`);
  const tables = file.endsWith('.ts') ? (await imported(resolve(file), file)).default : jsonOf(file);
  return isTables(tables) ? tables : stop(`${file}: holds no object of tables; a .ts file exports it as its default`);
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return stop(`${file}: cannot be read as JSON: ${(error as Error).message}`);
  }
}

const isTables = (json: unknown): json is Tables => typeof json === 'object' && json !== null && !Array.isArray(json);
