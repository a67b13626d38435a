import { App } from 'aws-cdk-lib';
import { AwsSolutionsChecks, NIST80053R5Checks, ServerlessChecks } from 'cdk-nag';
import { expect, test } from 'vitest';
import { ACKNOWLEDGED, acknowledge } from '../../infra/acknowledged.ts';
import type { Config } from '../../infra/config.ts';
import { Redress } from '../../infra/stack.ts';
import { STAGES } from './stages.ts';
import { nameOf, propertiesOf, type Resource, resourcesOf, target } from './template.ts';
import { context } from './variant.ts';

const stackOf = (config: Config) =>
  new Redress(new App({ context }), 'Redress', { config, env: { region: config.region } });

type Finding = Readonly<{ rule: string; path: string }>;

/** What the packs say of a stack that nobody has acknowledged. */
function findings(stack: Redress): Finding[] {
  const packs = [new AwsSolutionsChecks(stack), new ServerlessChecks(stack), new NIST80053R5Checks(stack)];
  return packs
    .flatMap((pack) => pack.validateScope(stack).violations)
    .flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath = '' }) => ({
        rule: ruleName,
        path: constructPath.replace('Redress/', ''),
      })),
    );
}

const rowFor = ({ rule, path }: Finding) =>
  ACKNOWLEDGED.find(([rules, where]) => rules.includes(rule) && where.test(path));

const stages = Object.entries(STAGES).map(([stage, config]) => {
  const stack = stackOf(config);
  return { stage, stack, found: findings(stack) };
});

test.for(stages)('$stage: whatever the packs find is acknowledged, with its reason', ({ stack, found }) => {
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter((one) => !rowFor(one))).toEqual([]);
  acknowledge(stack);
  expect(findings(stack)).toEqual([]);
});

test('no reason outlives its finding', () => {
  const all = stages.flatMap(({ found }) => found);
  const isFound = (rule: string, row: unknown) => all.some((one) => one.rule === rule && rowFor(one) === row);
  const idle = ACKNOWLEDGED.flatMap((row) =>
    row[0].filter((rule) => !isFound(rule, row)).map((rule) => `${rule} at ${row[1]}`),
  );
  expect(idle).toEqual([]);
});

test('a function without dead letters is never invoked asynchronously', () => {
  const functions = resourcesOf('AWS::Lambda::Function');
  const invokers = propertiesOf('AWS::Lambda::Permission').filter(
    ({ Principal }) => Principal !== 'apigateway.amazonaws.com',
  );
  const invoked = new Set(
    invokers.map(({ FunctionName }) => nameOf(functions[target(FunctionName) ?? ''] as Resource)),
  );
  const scheduled = propertiesOf('AWS::Scheduler::Schedule').map(({ Target }) => target(Target.Arn) ?? '');
  for (const id of scheduled) invoked.add(nameOf(functions[id] as Resource));
  expect([...invoked].sort()).toEqual(['anchor', 'hear-lost-execution', 'watch']);
  const destinations = Object.values(resourcesOf('AWS::Lambda::EventInvokeConfig'));
  expect(destinations.filter(({ Properties }) => Properties.DestinationConfig)).toHaveLength(1);
});

test('reasons are written for a reader', () => {
  for (const [, , reason] of ACKNOWLEDGED) expect(reason.length).toBeGreaterThan(50);
});
