import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { type Config, configOf } from '../../infra/config.ts';
import { Redress } from '../../infra/stack.ts';
import type { Template as Synthesized } from './template.ts';

export const { context } = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'cdk.json'), 'utf8'));

/** The template of a stage that differs from development. */
export function variant(changes: Partial<Config>): Synthesized {
  const config = { ...configOf('development'), ...changes };
  const stack: Stack = new Redress(new App({ context }), 'Redress', { config, env: { region: config.region } });
  return Template.fromStack(stack).toJSON() as Synthesized;
}
