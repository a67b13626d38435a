import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { type CfnRole, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { executionName } from '../../functions/domain/lost-execution.ts';
import { Bus } from '../../infra/bus.ts';
import { configOf } from '../../infra/config.ts';
import { EXTENSION_STEPS, idOf, STEPS } from '../../infra/functions.ts';
import {
  type Properties,
  propertiesOf,
  resourcesOf,
  type Template as Synthesized,
  statementsOf,
  target,
} from '../infra/template.ts';
import { type PlayedDesk, playedDesk } from '../paths/played-desk.ts';

let desk: PlayedDesk;
let id = '';
const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
/** An urgent ticket whose command nobody has answered, and whose department investigates. */
beforeAll(async () => {
  desk = await playedDesk();
  id = await desk.post({ category: 'lost-or-stolen-card' }, { banking: () => 'silence', ignores: 'wdc' });
  await desk.until(id, ({ commands }) => Object.keys(commands).length > 0, 1);
});
afterAll(() => desk.cloud.close());

const command = async () => Object.keys((await desk.log.read(id)).commands)[0] ?? '';

/** Nothing of the ticket, of its execution, and of anybody's telephone is other than before. */
async function changesNothing(attack: () => Promise<unknown>): Promise<void> {
  const state = async () => {
    const { head, tokens } = await desk.log.read(id);
    const executions = desk.cloud.executions.map(({ name, status }) => `${name} ${status}`);
    return { head, tokens, executions, sms: desk.cloud.sms.length, published: desk.cloud.published.length };
  };
  const before = await state();
  await attack();
  await desk.cloud.settle();
  expect(await state()).toEqual(before);
}

async function invoke(name: string, payload: unknown) {
  const lambda = new LambdaClient({ endpoint: desk.cloud.url, region: 'local', credentials });
  const isNamed = (path: string) => path.split('/').includes(idOf(name));
  const { name: FunctionName } =
    desk.cloud.resources.find(({ type, path }) => type === 'AWS::Lambda::Function' && isNamed(path)) ?? {};
  const { Payload } = await lambda.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(payload) }));
  return JSON.parse(Buffer.from(Payload ?? []).toString() || 'null');
}

test.for([
  ['a channel', 'channel.app', 'CommandCarriedOut'],
  ['the desk itself', 'redress', 'CommandCarriedOut'],
  ['somebody', 'core-banking.evil', 'CommandCarriedOut'],
  ['core banking, of another kind', 'core-banking', 'Approved'],
  ['core banking, as a command', 'core-banking', 'CommandOrdered'],
  ['a carrier that was never asked', 'sms', 'DeliveryReceipt'],
  ['SNS', 'sns', 'Notification'],
  ['core banking, a receipt', 'core-banking', 'MessageSent'],
] as const)('an event of %s changes nothing', async ([, source, type]) => {
  const detail = { ticket: id, command: await command(), message: 'r1-acknowledgement', status: 'DELIVERED' };
  await changesNothing(() => desk.putEvent(source, type, detail));
});

test('nobody puts an event in the name of AWS', async () => {
  const events = new EventBridgeClient({ endpoint: desk.cloud.url, region: 'local', credentials });
  const Detail = JSON.stringify({ name: `${id}-r1-a1`, status: 'FAILED' });
  const Entries = [{ Source: 'aws.states', DetailType: 'Step Functions Execution Status Change', Detail }];
  const { FailedEntryCount } = await events.send(new PutEventsCommand({ Entries }));
  expect(FailedEntryCount).toBe(1);
});

test('a notice that a running execution was lost is held against the state machine, and starts no second one', async () => {
  const name = executionName(id, await desk.log.read(id));
  for (const status of ['FAILED', 'TIMED_OUT', 'ABORTED'])
    await changesNothing(async () => {
      const answer = await invoke('hear-lost-execution', { source: 'aws.states', detail: { name, status } });
      expect(answer).toMatchObject({ errorType: 'StillRunning' });
    });
  for (const invented of [`${id}-r9-a9`, '0123456789AB-r1-a1', `${id}-x1-a1`, '../../etc', '']) {
    await changesNothing(() => invoke('hear-lost-execution', { detail: { name: invented, status: 'FAILED' } }));
  }
});

test('an answer of core banking put straight into its function, in another’s name, changes nothing', async () => {
  const detail = { ticket: id, command: await command() };
  for (const forged of [
    { source: 'channel.app', 'detail-type': 'CommandCarriedOut', detail },
    { source: 'core-banking', 'detail-type': 'Approved', detail },
    { 'detail-type': 'CommandCarriedOut', detail },
    { source: 'core-banking', 'detail-type': 'CommandCarriedOut', detail: { ...detail, command: '__proto__' } },
    { source: 'core-banking', 'detail-type': 'CommandFailed', detail: { ...detail, ticket: '__proto__' } },
    detail,
    null,
  ])
    await changesNothing(() =>
      invoke('hear-core-banking', { Records: [{ messageId: 'm', body: JSON.stringify(forged) }] }),
    );
});

/** Every step, told what somebody makes up. */
const INVENTED = [...STEPS, ...EXTENSION_STEPS].flatMap((name) =>
  (['an execution of another round', 'another ticket’s execution', 'no such ticket', 'nothing'] as const).map(
    (what) => [name, what] as const,
  ),
);
test.for(INVENTED)('%s called directly with %s changes nothing', async ([name, what]) => {
  const more = { token: 'forged', slot: 0, step: 0, state: 'Propose', error: 'Some', extension: 'x1', task: 't' };
  const told = {
    'an execution of another round': { ticket: id, execution: `${id}-r7-a1`, ...more },
    'another ticket’s execution': { ticket: id, execution: '0123456789AB-r1-a1', ...more },
    'no such ticket': { ticket: '0123456789AB', execution: '0123456789AB-r1-a1', ...more },
    nothing: {},
  }[what];
  await changesNothing(async () => expect(await invoke(name, told)).toHaveProperty('errorType'));
});

test('a function is called by what it was deployed for: no permission without the one thing that may use it', () => {
  for (const { Principal, SourceArn } of propertiesOf('AWS::Lambda::Permission')) {
    expect(['apigateway.amazonaws.com', 'events.amazonaws.com']).toContain(Principal);
    expect(target(SourceArn)).toBeDefined();
  }
  expect(Object.keys(resourcesOf('AWS::Lambda::Url'))).toEqual([]);
  // Nobody listens to receipts of carriers or mail systems, so none can be forged.
  expect(Object.keys(resourcesOf('AWS::SNS::Subscription'))).toEqual([]);
});

test('the bus that is deployed has that policy', () => {
  const sids = propertiesOf('AWS::Events::EventBusPolicy').map(({ Statement }) => Statement.Sid);
  expect(sids.sort()).toEqual(['cdk-NoOtherSource', 'cdk-Onlyredress']);
});

test('of the desk’s own functions the relay alone may put events', () => {
  const may = statementsOf().filter(
    ({ statement: { Action, Effect } }) => Effect === 'Allow' && Action.includes('events:PutEvents'),
  );
  expect(may.map(({ role }) => role)).toEqual([expect.stringContaining('Relay')]);
});

/** What the bus's own policy says of an event: IAM's rule, that a Deny wins, for the conditions which stand in it. */
function denied(
  policies: readonly Properties[],
  { principal, source }: { principal: string; source: string },
): boolean {
  const list = (value: unknown): string[] =>
    [value].flat().map((one) => (typeof one === 'string' ? one : (target(one) ?? '')));
  return policies.some(({ Statement: { Effect, Condition } }) => {
    if (Effect !== 'Deny') return false;
    const only = Condition['ForAnyValue:StringEquals']?.['events:source'];
    const none = Condition['ForAnyValue:StringNotEquals']?.['events:source'];
    const others = Condition.ArnNotEquals?.['aws:PrincipalArn'];
    return (
      (only === undefined || list(only).includes(source)) &&
      (none === undefined || !list(none).includes(source)) &&
      (others === undefined || !list(others).includes(principal))
    );
  });
}

test('the bus denies every source to everybody but its own publisher, those of this account too', () => {
  const [app, bank] = ['arn:aws:iam::111111111111:role/app', 'arn:aws:iam::222222222222:role/core-banking'];
  const publishers = [
    { principalArn: app, source: 'channel.app' },
    { principalArn: bank, source: 'core-banking' },
  ] as const;
  const stack = new Stack(new App(), 'Alone');
  const role = new Role(stack, 'Relay', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  new Bus(stack, 'Events', { ...configOf('development'), publishers }).speaksOnly(role);
  const policies = propertiesOf('AWS::Events::EventBusPolicy', Template.fromStack(stack).toJSON() as Synthesized);
  const relay = stack.getLogicalId(role.node.defaultChild as CfnRole);
  const taken = (principal: string, source: string) => !denied(policies, { principal, source });
  expect([taken(app, 'channel.app'), taken(bank, 'core-banking'), taken(relay, 'redress')]).toEqual([true, true, true]);
  const somebody = 'arn:aws:iam::000000000000:role/admin-of-this-account';
  for (const source of ['channel.app', 'core-banking', 'redress', 'channel.web', 'somebody'])
    expect(taken(somebody, source), source).toBe(false);
  for (const [principal, source] of [
    [app, 'core-banking'],
    [app, 'redress'],
    [app, 'channel.web'],
    [bank, 'channel.app'],
    [relay, 'channel.app'],
  ] as const)
    expect(taken(principal, source), `${principal} ${source}`).toBe(false);
});
