import { existsSync, readFileSync } from 'node:fs';
import type { StateMachineDefinition } from '../state-language/engine.ts';
import type { Assembly } from '../template/assembly.ts';
import type { Resource } from '../template/stack.ts';

/** The definition a state machine runs, with its substitutions made. */
export function definitionOf({ logicalId, properties }: Resource, { assets }: Assembly): StateMachineDefinition {
  const { Definition, DefinitionString, DefinitionS3Location, DefinitionSubstitutions = {} } = properties;
  if (Definition) return Definition as StateMachineDefinition;

  const location = DefinitionS3Location as { Key: string } | undefined;
  const text = location ? readAsset(assets.get(location.Key), logicalId) : String(DefinitionString);
  const substitutions = DefinitionSubstitutions as Readonly<Record<string, unknown>>;
  return JSON.parse(
    text.replace(/\$\{(\w+)\}/g, (whole, name: string) =>
      Object.hasOwn(substitutions, name) ? String(substitutions[name]) : whole,
    ),
  );
}

function readAsset(path: string | undefined, logicalId: string): string {
  if (!path || !existsSync(path)) throw new Error(`the definition of ${logicalId} is not an asset of this assembly`);
  return readFileSync(path, 'utf8');
}
