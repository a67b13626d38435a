import type jsonata from 'jsonata';
import { HOST } from './functions.ts';

const MAX_DEPTH = 100;
/** AWS bounds time; steps bound the same endless loops and do so alike on every machine. */
const MAX_STEPS = 2_000_000;

type Counters = { depth: number; steps: number };

/** Makes runaway recursion and endless loops an error of the expression, instead of a process that hangs. */
export function limitEvaluation(expression: jsonata.Expression): void {
  const enter = (_ast: unknown, _input: unknown, environment: jsonata.Environment) => {
    const counters: Counters = environment.lookup(HOST);
    counters.depth += 1;
    counters.steps += 1;
    if (counters.depth > MAX_DEPTH) {
      const advice = 'Check for non-terminating recursive function. Consider rewriting as tail-recursive.';
      throw new Error(`Stack overflow error: ${advice} Depth=${counters.depth} max=${MAX_DEPTH}`);
    }
    if (counters.steps > MAX_STEPS) throw new Error('Expression evaluation timeout: Check for infinite loop');
  };
  const leave = (_ast: unknown, _input: unknown, environment: jsonata.Environment) => {
    environment.lookup(HOST).depth -= 1;
  };
  // JSONata's documented hooks; its types know only names that are strings.
  const assign = expression.assign as unknown as (name: symbol, value: unknown) => void;
  assign(Symbol.for('jsonata.__evaluate_entry'), enter);
  assign(Symbol.for('jsonata.__evaluate_exit'), leave);
}
