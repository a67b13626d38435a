import { afterAll, beforeAll, expect, test } from 'vitest';
import { links } from '../../functions/adapters/links.ts';
import type { MeterRecord } from '../../local/meter.ts';
import { type PlayedDesk, playedDesk } from '../paths/played-desk.ts';
import { nameOf, resourcesOf, type Statement, statementsOf, target } from './template.ts';

/** The embedded cloud grants everything. Here each call that its functions made is held against their roles. */
let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
  const { cloud, channel, post, archived, until, putEvent } = desk;
  const slow = { minutes: 150 };
  const second = (first: 'CommandFailed' | 'silence') => (_: string, nth: number) =>
    nth > 1 ? 'CommandCarriedOut' : first;
  const remedies = [['fee-waiver', '600.00']] as const;
  const unclear = { category: undefined, narrative: 'Something.', demands: [] };

  const full = await post({}, { ...slow, remedies, returnOnce: 'The amount is not right.' });
  const stolen = await post({ category: 'lost-or-stolen-card' }, { banking: second('silence') });
  const enquiry = await post({ kind: 'suggestion', category: undefined }, slow);
  const routed = await post(unclear, slow);
  const refused = await post({}, { ...slow, remedies, banking: second('CommandFailed') });
  const silent = await post({}, { remedies, banking: () => 'silence' });
  const appealed = await post({}, { transferTo: 'accounting', rating: 1, appeal: 'Nobody listened.' });
  const unanswered = await post({}, { ignores: 's' });
  const called = await post({ preferredWay: 'phone' }, { calls: ['no-answer'], minutes: 130 });
  const mailed = await post({ preferredWay: 'e-mail', complainant: { email: 'sample@example.com' } });
  const feared = await post({ narrative: 'A collector made a death threat.', merchant: 'Sample Shop' });
  const slower = await post({}, { ignores: 'w' });
  await putEvent('channel.app', 'ComplaintPosted', { version: 1, channel: 'app' });
  const more = { version: 1, channel: 'app', channelReference: 'more', about: 'question', text: 'And now?' };
  await channel.followUp('app', unanswered, { ...more, ticket: unanswered });
  await channel.followUp('app', unanswered, { ...more, ticket: '0123456789AB' });

  /** Begun again while a task is open, a step only keeps the new token. */
  async function beginAgain(id: string, work: string): Promise<void> {
    await until(id, ({ tasks }) => Object.values(tasks).some((task) => task.work === work && !task.closed));
    cloud.fail.execution(cloud.executions.filter(({ name }) => name.startsWith(id)).at(-1)?.arn ?? '');
    await cloud.settle();
  }
  await beginAgain(routed, 'route');
  await beginAgain(full, 'investigate');
  await beginAgain(enquiry, 'answer');
  await beginAgain(full, 'approve');
  await beginAgain(called, 'call');
  await beginAgain(refused, 'parked');
  await beginAgain(full, 'survey');
  await beginAgain(silent, 'remedies');
  const { commands } = await until(silent, (ticket) => ticket.commands);
  for (const command of Object.keys(commands)) {
    await channel.command(silent, command);
    await putEvent('core-banking', 'CommandCarriedOut', { ticket: silent, command });
  }
  await until(slower, ({ clocks }) => clocks.decide?.extended === 1, 20);
  for (const id of [full, stolen, enquiry, routed, refused, silent, appealed, unanswered, called, mailed, feared])
    await archived(id, 60);
  const letter = cloud.sms.flatMap(({ text }) => /http:\S+\/l\/\S+/.exec(text)?.[0] ?? [])[0];
  await fetch(letter ?? '');
  const expiresAt = '2027-01-01T00:00:00.000Z';
  const { token } = await links(desk.db, desk.tables.tickets).mint({ ticket: full, person: 'supervisor-1', expiresAt });
  expect((await fetch(`${cloud.url}/p/${token}`)).status).toBe(200);
}, 180_000);
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
