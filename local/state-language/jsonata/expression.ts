import jsonata from 'jsonata';
import { limitEvaluation } from './evaluation-limits.ts';
import { addFunctions, HOST, type Host } from './functions.ts';

const compiled = new Map<string, jsonata.Expression>();

/** The JSONata text in a string of a definition, undefined if the string means itself. */
export function expressionIn(text: string): string | undefined {
  return text.startsWith('{%') && text.endsWith('%}') && text.length >= 4 ? text.slice(2, -2).trim() : undefined;
}

/** The raw value of an expression; throws what JSONata throws. There is no input: `$` means nothing at the top, as on AWS. */
export function evaluateExpression(text: string, bindings: Record<string, unknown>, host: Host): Promise<unknown> {
  let expression = compiled.get(text);
  if (!expression) {
    expression = jsonata(text);
    addFunctions(expression);
    limitEvaluation(expression);
    compiled.set(text, expression);
  }
  return expression.evaluate(undefined, { ...bindings, [HOST]: { ...host, depth: 0, steps: 0 } });
}
