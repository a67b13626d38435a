import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MeterRecord } from '../../local/meter.ts';
import { type PlayedDesk, playedDesk } from '../paths/played-desk.ts';
import { nameOf, resourcesOf, type Statement, statementsOf, target } from './template.ts';

/** The embedded cloud grants everything. Here each call that its functions made is held against their roles. */
let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
  const { cloud, channel, post, archived, until, putEvent } = desk;
  const again = (_: string, nth: number) => (nth > 1 ? 'CommandCarriedOut' : 'CommandFailed');
  const late = (_: string, nth: number) => (nth > 1 ? 'CommandCarriedOut' : 'silence');
  const remedies = [['fee-waiver', '600.00']] as const;
  const first = await post({}, { remedies, returnOnce: 'The amount is not right.' });
  const others = [
    await post({}, { transferTo: 'accounting', rating: 1, appeal: 'Nobody listened.' }),
    await post({ category: 'lost-or-stolen-card' }, { banking: late }),
    await post({ kind: 'suggestion', category: undefined }),
    await post({ category: undefined, narrative: 'Something.', demands: [] }),
    await post({}, { remedies, banking: again, ignores: 's' }),
  ];
  await putEvent('channel.app', 'ComplaintPosted', { version: 1, channel: 'app' });
  await until(first, ({ tasks }) => Object.keys(tasks).length > 0);
  cloud.fail.execution(cloud.executions.find(({ name }) => name.startsWith(first))?.arn ?? '');
  const { commands } = await archived(first, 60);
  await channel.command(first, Object.keys(commands)[0] ?? '');
  for (const id of others) await archived(id, 60);
  const letter = cloud.sms.flatMap(({ text }) => /http:\S+\/l\/\S+/.exec(text)?.[0] ?? [])[0];
  await fetch(letter ?? '');
});
afterAll(() => desk.cloud.close());

const roles = Object.fromEntries(
  Object.entries(resourcesOf('AWS::Lambda::Function')).map(([id, one]) => [
    id,
    { name: nameOf(one), role: target(one.Properties.Role) },
  ]),
);
const statements = statementsOf();

/** The action that IAM would ask for, the resource, and the partition key. */
function asked({ service, what, resource, key }: MeterRecord, logicalIds: ReadonlyMap<string, string>) {
  const action = what === 'SmsPart' ? 'Publish' : what;
  return {
    action: `${service}:${action}`,
    resource: logicalIds.get(resource),
    isIndex: what === 'Query' && key === undefined,
    key,
  };
}

const matches = (pattern: string, key = '') =>
  pattern.endsWith('*') ? key.startsWith(pattern.slice(0, -1)) : key === pattern;

function allows({ Effect, Action, Resource, Condition }: Statement, call: ReturnType<typeof asked>): boolean {
  if (Effect !== 'Allow' || !Action.includes(call.action)) return false;
  if (!call.action.startsWith('dynamodb:')) return true;
  const isSame = Resource.some(
    (one) => target(one) === call.resource && JSON.stringify(one).includes('/index/') === call.isIndex,
  );
  const keys: string[] | undefined = Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'];
  return isSame && (!keys || keys.some((pattern) => matches(pattern, call.key)));
}

test('every call that a function made is allowed by its role', () => {
  const { meter, resources } = desk.cloud;
  const logicalIds = new Map(resources.map(({ name, logicalId }) => [name, logicalId]));
  const ids = new Map(
    resources.filter(({ type }) => type === 'AWS::Lambda::Function').map(({ name, logicalId }) => [name, logicalId]),
  );
  const calls = meter.records.filter(
    ({ functionName, service }) => functionName && ['dynamodb', 'kms', 's3', 'sns', 'events'].includes(service),
  );
  expect(calls.length).toBeGreaterThan(500);
  const denied = calls.flatMap((record) => {
    const { name, role } = roles[ids.get(record.functionName ?? '') ?? ''] ?? {};
    const call = asked(record, logicalIds);
    const isAllowed = statements.some((one) => one.role === role && allows(one.statement, call));
    return isAllowed
      ? []
      : [`${name} ${call.action} ${call.resource ?? record.resource} ${call.key?.replace(/#.*/, '#…') ?? ''}`];
  });
  expect([...new Set(denied)]).toEqual([]);
});

test('and every function has been at work', () => {
  const { meter, resources } = desk.cloud;
  const invoked = new Set(
    meter.records.filter(({ what }) => what === 'Invoke').map(({ functionName }) => functionName),
  );
  const idle = resources.filter(({ type, name }) => type === 'AWS::Lambda::Function' && !invoked.has(name));
  expect(idle.map(({ path }) => path)).toEqual([]);
});
