import { afterAll, beforeAll, expect, test } from 'vitest';
import { links } from '../../functions/adapters/links.ts';
import { isAllowed } from '../../scripts/iam/evaluate.ts';
import { type Call, callsOnItems, prefixOf, requestsOf } from '../../scripts/iam/requests.ts';
import { rolesOf } from '../../scripts/iam/roles.ts';
import { type PlayedDesk, playedDesk } from '../paths/played-desk.ts';
import { nameOf, type Resource, resourcesOf, template } from './template.ts';

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
  const dear = await post({}, { remedies: [['account-adjustment', '6000.00']] });
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
  for (const id of [full, stolen, enquiry, routed, refused, silent, appealed, unanswered, called, mailed, feared, dear])
    await archived(id, 60);
  const letter = cloud.sms.flatMap(({ text }) => /http:\S+\/l\/\S+/.exec(text)?.[0] ?? [])[0];
  await fetch(letter ?? '');
  const expiresAt = '2027-01-01T00:00:00.000Z';
  const { token } = await links(desk.db, desk.tables.tickets).mint({
    ...{ page: 'proof', ticket: full, person: 'supervisor-1', sentAt: cloud.now().toISOString(), expiresAt },
  });
  expect((await fetch(`${cloud.url}/p/${token}`)).status).toBe(200);
}, 180_000);
afterAll(() => desk.cloud.close());

const roles = rolesOf(template);
const may = (name: string, call: Call) =>
  requestsOf(template, call).every((request) => isAllowed(roles.get(name) ?? [], request));

/** What the deployed functions called, each call once, with the function's name. */
function made(...services: string[]): (Call & { name: string })[] {
  const { meter, resources } = desk.cloud;
  const byName = new Map(resources.map((one) => [one.name, one]));
  const calls = meter.records
    .filter(({ functionName, service }) => functionName && services.includes(service))
    .map(({ functionName = '', service, what, resource, key }) => {
      const name = nameOf(resourcesOf('AWS::Lambda::Function')[byName.get(functionName)?.logicalId ?? ''] as Resource);
      const id = byName.get(resource)?.logicalId;
      return { name, ...called(service, what, id, key) };
    });
  return [
    ...new Map(
      calls.map((call) => [Object.values({ ...call, key: prefixOf(call.key ?? '') }).join(' '), call]),
    ).values(),
  ];
}

function called(service: string, what: string, id = '', key?: string): Call {
  if (service === 'sns') return { action: 'sns:Publish', resource: 'a phone number' };
  if (service === 'dynamodb') {
    const isIndex = what === 'Query' && key === undefined;
    return { action: `dynamodb:${what}`, resource: `<${id}.Arn>${isIndex ? '/index/due' : ''}`, key };
  }
  return { action: `${service}:${what}`, resource: `<${id}.Arn>` };
}

/** Calls of ways that are not walked here, and what for. A line that is walked, or that no role allows any more, fails. */
const NOT_PLAYED: Readonly<Record<string, readonly string[]>> = {
  'a step that begins anew tells the person again whom its message did not reach': [
    'answer-enquiry: dynamodb:GetItem CaseFiles PERSON#',
    'approve: dynamodb:GetItem CaseFiles PERSON#',
    'ask-extension: dynamodb:GetItem CaseFiles PERSON#',
    'call-cardholder: dynamodb:GetItem CaseFiles PERSON#',
    'hand-to-a-person: dynamodb:GetItem CaseFiles PERSON#',
    'investigate: dynamodb:GetItem CaseFiles PERSON#',
    'protect-card: dynamodb:GetItem CaseFiles PERSON#',
    'route-by-hand: dynamodb:GetItem CaseFiles PERSON#',
  ],
  'a step that begins anew keeps the new token of its open task': [
    'ask-extension: dynamodb:UpdateItem Tickets TICKET#',
    'hand-to-a-person: dynamodb:UpdateItem Tickets TICKET#',
  ],
  'the duty officer gets a link when a card cannot be protected': ['protect-card: dynamodb:PutItem Tickets LINK#'],
  'whoever decides on more time says why': ['extension: dynamodb:PutItem CaseFiles CASE#'],
  'a cardholder asks back under the letter': [
    'letter: dynamodb:PutItem CaseFiles CASE#',
    'letter: dynamodb:UpdateItem CaseFiles RATE#',
    'letter: dynamodb:PutItem Tickets TICKET#',
  ],
  'a complaint comes by the bus': [
    'receive-event: dynamodb:UpdateItem CaseFiles RATE#',
    'receive-event: dynamodb:GetItem CaseFiles CASE#',
    'receive-event: dynamodb:PutItem CaseFiles CASE#',
    'receive-event: dynamodb:PutItem Tickets TICKET#',
    'receive-event: dynamodb:Query Tickets TICKET#',
  ],
  'a signed request is refused, or sent again': [
    'command-details: dynamodb:GetItem CaseFiles SIGNATURE#',
    'receive-follow-up: dynamodb:PutItem CaseFiles REFUSED#',
    'receive-follow-up: dynamodb:PutItem Tickets REFUSED#',
    'receive-post: dynamodb:GetItem CaseFiles CASE#',
    'receive-post: dynamodb:PutItem CaseFiles REFUSED#',
    'receive-post: dynamodb:PutItem Tickets REFUSED#',
  ],
  'which SMS count against the caps is a table: a reply on the spot does, a notice of more time may': [
    'send-reply: dynamodb:UpdateItem CaseFiles RATE#',
    'tell-extension: dynamodb:UpdateItem CaseFiles RATE#',
  ],
  'twenty tickets on one matter become an incident': ['triage: dynamodb:PutItem Tickets INCIDENT#'],
};

const told = ({ name, action, resource, key = '' }: Call & { name: string }) =>
  `${name}: ${action} ${/<\w+?(Tickets|CaseFiles)/.exec(resource)?.[1] ?? resource} ${prefixOf(key)}`;

test('every call that a function made is allowed by its role', () => {
  const calls = made('dynamodb', 'sns', 'events');
  expect(calls.length).toBeGreaterThan(100);
  expect(calls.filter((call) => !may(call.name, call)).map(told)).toEqual([]);
});

test('and a role allows no call on an item that its function did not make', () => {
  const calls = made('dynamodb').map(told);
  const idle = callsOnItems(template)
    .flatMap((call) => [...roles.keys()].filter((name) => may(name, call)).map((name) => told({ name, ...call })))
    .filter((one) => !calls.includes(one));
  expect(idle.sort()).toEqual(Object.values(NOT_PLAYED).flat().sort());
});

test('no secret was written into a log', () => {
  const lines = [...desk.cloud.logs.values()].flat();
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter((line) => /sample-secret-of-|sample-ticket-key/.test(line))).toEqual([]);
});

test('and every function has been at work', () => {
  const { meter, resources } = desk.cloud;
  const invoked = new Set(
    meter.records.filter(({ what }) => what === 'Invoke').map(({ functionName }) => functionName),
  );
  const idle = resources.filter(({ type, name }) => type === 'AWS::Lambda::Function' && !invoked.has(name));
  expect(idle.map(({ path }) => path)).toEqual([]);
});
