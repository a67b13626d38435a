import { idOf } from '../../infra/functions.ts';
import type { Cloud } from '../../local/cloud.ts';
import { chargesOf, usdOf } from '../../local/demo/cost/charges.ts';
import type { MeterRecord } from '../../local/meter.ts';
import { type State, statesOf } from './states.ts';

/** What one part of the desk used: a state of the workflow with its function, or a function outside it. */
export type Part = {
  part: string;
  transitions: number;
  invocations: number;
  writeUnits: number;
  readUnits: number;
  usd: number;
};

const OUTSIDE = 'before any function: API, queues, bus';

/** Everything a run did, by the part of the desk that did it; the dearest first. */
export function partsOf(cloud: Cloud): Part[] {
  const states = statesOf(cloud);
  const names = kebabNames(cloud);
  const parts = new Map<string, Part>();
  const partOf = (name: string): Part => {
    const part = parts.get(name) ?? { part: name, transitions: 0, invocations: 0, writeUnits: 0, readUnits: 0, usd: 0 };
    parts.set(name, part);
    return part;
  };

  for (const { state, calls, entered } of states) {
    const part = partOf(calls ? callersOf(calls, states) : state);
    part.transitions += entered;
    part.usd += entered * usd({ at: 0, service: 'states', what: 'StateTransition', resource: '' });
  }
  for (const record of cloud.meter.records) {
    const { service, functionName, writeUnits = 0, readUnits = 0 } = record;
    // What the bench itself looks up is no part of it.
    if (service === 'states' || (service === 'dynamodb' && !functionName)) continue;
    const name = names.get(functionName ?? '');
    const part = partOf(name ? callersOf(idOf(name), states) || name : OUTSIDE);
    if (service === 'lambda') part.invocations += 1;
    part.writeUnits += writeUnits;
    part.readUnits += readUnits;
    part.usd += usd(record);
  }
  return [...parts.values()].sort((one, other) => other.usd - one.usd);
}

/** The states that call a function, as one part; nothing where none does. */
const callersOf = (called: string, states: readonly State[]): string =>
  states
    .filter(({ calls }) => calls === called)
    .map(({ state }) => state)
    .join(', ');

function kebabNames({ resources }: Cloud): ReadonlyMap<string, string> {
  const functions = resources.filter(({ type }) => type === 'AWS::Lambda::Function');
  return new Map(
    functions.map(({ name, properties }) => {
      const { Variables } = properties.Environment as { Variables: Readonly<Record<string, string>> };
      return [name, Variables.POWERTOOLS_SERVICE_NAME ?? ''];
    }),
  );
}

/** Without the access log, which is one line for each page. */
const usd = (record: MeterRecord): number => chargesOf(record, 0).reduce((sum, charge) => sum + usdOf(charge), 0);
