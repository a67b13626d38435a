import { unsupported } from './aws-error.ts';

/** Who asks: the id of the invocation the request was sent from, if it came from a function of this cloud. */
export type Caller = Readonly<{ invocation?: string }>;

export type Operation = (input: Readonly<Record<string, unknown>>, caller: Caller) => unknown;
export type Operations = Readonly<Record<string, Operation>>;

type Member<Input> = keyof Input & string;

/** An operation names every parameter it honours; a call that gives another one is refused by its name. */
export const operation =
  <Input>(parameters: readonly Member<Input>[], run: (input: Input, caller: Caller) => unknown): Operation =>
  (input, caller) => {
    for (const given of Object.keys(input)) {
      if (!parameters.includes(given as Member<Input>)) throw unsupported(`the parameter ${given}`);
    }
    return run(input as Input, caller);
  };

/** Runs one named operation of a service; an unknown one is refused by its name. */
export function call(service: string, operations: Operations, name: string, input: object, caller: Caller): unknown {
  const found = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (!found) throw unsupported(`${service} ${name}`);
  return found(input as Readonly<Record<string, unknown>>, caller);
}
