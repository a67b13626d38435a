import validate from 'asl-validator';
import { describe, expect, test } from 'vitest';
import { EXTENSION_STEPS, type FunctionName, idOf, STEPS } from '../../infra/functions.ts';
import { nameOf, type Properties, propertiesOf, resourcesOf, statementsOf, target } from './template.ts';

const machines = propertiesOf('AWS::StepFunctions::StateMachine');

/** Every state by name, those inside a Map as well. */
function statesIn({ States }: Properties): [string, Properties][] {
  return Object.entries(States as Properties).flatMap(([name, state]): [string, Properties][] => [
    [name, state],
    ...(state.ItemProcessor ? statesIn(state.ItemProcessor) : []),
  ]);
}

test('a complaint has its way, and an extension of its time another; there is no third', () => {
  expect(machines).toHaveLength(2);
});

describe.for<readonly [string, string, readonly FunctionName[]]>([
  ['complaint', 'Acknowledge', STEPS],
  ['extension', 'Ask for more time', EXTENSION_STEPS],
])('the way of a %s', ([, begins, steps]) => {
  const machine = machines.find(({ DefinitionString }) => JSON.parse(DefinitionString).StartAt === begins);
  const definition: Properties = JSON.parse(machine?.DefinitionString);
  const states = statesIn(definition);
  const tasks = states.filter(([, { Type }]) => Type === 'Task');

  test('the definition is valid, and lies in the template as it is written', () => {
    const { isValid, errorsText } = validate(definition);
    expect(isValid, errorsText()).toBe(true);
  });

  test('a broken expression or a missing target would be seen', () => {
    const broken = structuredClone(definition);
    const choice = Object.values<Properties>(broken.States).find(({ Type }) => Type === 'Choice');
    if (choice) choice.Choices[0].Condition = '{% $lane = %}';
    expect(validate(broken).isValid).toBe(false);
    const astray = structuredClone(definition);
    astray.States[begins].Next = 'Nowhere';
    expect(validate(astray).isValid).toBe(false);
  });

  test('the functions the definition names are the steps, all of them, each standing for its own', () => {
    const named = new Set([...JSON.stringify(definition).matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name));
    expect([...named].sort()).toEqual(steps.map(idOf).sort());
    const functions = resourcesOf('AWS::Lambda::Function');
    for (const [name, arn] of Object.entries(machine?.DefinitionSubstitutions)) {
      const step = functions[target(arn) ?? ''];
      expect(step && idOf(nameOf(step))).toBe(name);
    }
  });

  test('the machine may invoke its steps, and nothing else', () => {
    const own = Object.values(machine?.DefinitionSubstitutions).map(target).sort();
    const invoking = statementsOf().filter(({ statement }) => statement.Action.includes('lambda:InvokeFunction'));
    const schedules = propertiesOf('AWS::Scheduler::Schedule').map(({ Target }) => target(Target.RoleArn));
    const roles = [...machines.map(({ RoleArn }) => target(RoleArn)), ...schedules];
    expect(new Set(invoking.map(({ role }) => role))).toEqual(new Set(roles));
    const mine = invoking.filter(({ role }) => role === target(machine?.RoleArn));
    expect(mine.flatMap(({ statement }) => statement.Resource.map(target)).sort()).toEqual(own);
  });

  test('whatever a state runs is one of the steps', () => {
    expect(tasks.length).toBeGreaterThanOrEqual(steps.length);
    for (const [, { Arguments }] of tasks) expect(Arguments.FunctionName).toMatch(/^\$\{\w+\}$/);
  });

  test('each step is told on whose behalf it works', () => {
    for (const [name, { Arguments }] of tasks)
      expect(Arguments.Payload.execution, name).toBe('{% $states.context.Execution.Name %}');
  });

  test('a task that waits for its token has an end to the waiting, and somewhere to go then', () => {
    const waiting = tasks.filter(([, { Resource }]) => Resource.endsWith('.waitForTaskToken'));
    expect(waiting.length).toBeGreaterThan(0);
    for (const [name, state] of waiting) {
      expect(state.TimeoutSeconds, name).toBeGreaterThan(0);
      expect(state.Catch.at(-1)?.ErrorEquals, name).toEqual(['States.ALL']);
    }
  });

  test('no fault of a task ends an execution', () => {
    for (const [name, { Catch }] of tasks) expect(Catch?.at(-1)?.ErrorEquals, name).toEqual(['States.ALL']);
  });

  test('only what passes by itself is tried again', () => {
    const transient =
      /^(Lambda\.|Sandbox\.Timedout|ThrottlingException|InternalServerError|ProvisionedThroughputExceeded|LogMovedOn)/;
    const retried = tasks.flatMap(([name, { Retry = [] }]) =>
      (Retry as { ErrorEquals: string[] }[]).flatMap(({ ErrorEquals }) =>
        ErrorEquals.map((error) => ({ name, error })),
      ),
    );
    const others = retried.filter(({ error }) => !transient.test(error));
    // Protecting a card is idempotent, and asked again when no answer came. The watch tells whoever is to be told each minute.
    const expected = [
      { name: 'Protect the card', error: 'States.Timeout' },
      { name: 'Close', error: 'NotToldYet' },
    ];
    expect(others).toEqual(begins === 'Acknowledge' ? expected : []);
  });

  test('the log of executions says what happened, and nothing of what a ticket holds', () => {
    expect(machine?.LoggingConfiguration).toMatchObject({ Level: 'ALL', IncludeExecutionData: false });
    expect(machine?.TracingConfiguration.Enabled).toBe(true);
    expect(machine?.StateMachineType ?? 'STANDARD').toBe('STANDARD');
  });

  test('a step has more time than it needs and less than its state allows', () => {
    const functions = resourcesOf('AWS::Lambda::Function');
    const seconds = Object.fromEntries(
      Object.values(functions).map((one) => [idOf(nameOf(one)), one.Properties.Timeout]),
    );
    for (const [name, { Arguments, TimeoutSeconds }] of tasks) {
      expect(seconds[Arguments.FunctionName.slice(2, -1)], name).toBeLessThan(TimeoutSeconds);
    }
  });
});
