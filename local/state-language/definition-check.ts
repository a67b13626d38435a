import type { Branch, State, StateMachineDefinition } from './definition.ts';

/** A definition that this engine would run differently from AWS, and therefore does not run at all. */
export class UnsupportedDefinition extends Error {
  override readonly name = 'UnsupportedDefinition';
}

const TYPES = ['Task', 'Pass', 'Choice', 'Wait', 'Succeed', 'Fail', 'Parallel', 'Map'];
const checked = new WeakSet<object>();

/** Refuses states in JSONPath, AWS's default language, and types that do not exist. */
export function checkDefinition(definition: StateMachineDefinition): void {
  if (checked.has(definition)) return;
  checkBranch(definition, definition.QueryLanguage);
  checked.add(definition);
}

function checkBranch({ States }: Branch, language: string | undefined): void {
  for (const [name, state] of Object.entries(States)) {
    if (!TYPES.includes(state.Type))
      throw new UnsupportedDefinition(`state '${name}' has the unknown type ${state.Type}`);
    if ((state.QueryLanguage ?? language) !== 'JSONata') {
      throw new UnsupportedDefinition(`state '${name}' is not in JSONata: set "QueryLanguage": "JSONata"`);
    }
    for (const branch of branchesOf(state)) checkBranch(branch, language);
  }
}

function branchesOf(state: State): readonly Branch[] {
  if (state.Type === 'Parallel') return state.Branches;
  return state.Type === 'Map' ? [state.ItemProcessor] : [];
}
