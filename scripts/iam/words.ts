import { type Call, prefixOf } from './requests.ts';
import type { Template } from './roles.ts';

const VERBS: Readonly<Record<string, string>> = {
  'dynamodb:Query': 'read all of',
  'dynamodb:GetItem': 'read',
  'dynamodb:PutItem': 'put',
  'dynamodb:UpdateItem': 'change attributes of',
  'dynamodb:DeleteItem': 'delete',
};

/** What lies under a partition key, in the desk's words. */
const ITEMS: Readonly<Record<string, string>> = {
  'CASE#': 'a case file: personal data, all text',
  'CODE#': 'a one-time code',
  'HOLDER#': "a cardholder's tickets",
  'INCIDENT#': 'an incident',
  'LINK#': 'a link',
  'MATTER#': 'the tickets on one matter',
  'PERSON#': 'a person of the roster',
  'QUEUE#': 'a line of a work queue',
  'RATE#': 'a count of how often',
  'REFUSED#': 'a refused post',
  'ROSTER#': 'a department of the roster',
  'SIGNATURE#': 'a signed request that was answered',
  'TICKET#': "a ticket's log",
};

const CALLS: Readonly<Record<string, string>> = {
  'dynamodb:PutItem TICKET#': "append to a ticket's log",
  'dynamodb:UpdateItem TICKET#': 'keep a token, or the next look, beside the log',
  'dynamodb:UpdateItem CASE#': 'let a case file stay for good',
  'dynamodb:ListStreams': 'list the streams of the account',
  'events:PutEvents': 'say an event on the bus',
  'kms:Sign': 'sign what is sealed',
  's3:PutObject': 'lay down an object',
  's3:PutObjectRetention': 'lock an object',
  'secretsmanager:GetSecretValue': 'read a secret',
  'ses:SendEmail': 'send a mail in the name of the desk',
  'sns:Publish': 'send an SMS',
  'states:DescribeExecution': 'see whether an execution lives',
  'states:SendTaskFailure': 'answer a waiting task with a failure',
  'states:SendTaskSuccess': 'answer a waiting task',
  'states:StartExecution': 'start an execution',
  'states:StopExecution': 'stop an execution',
};

export function wordsOf({ action, resource, key }: Call): string {
  const call = CALLS[`${action} ${prefixOf(key ?? '')}`] ?? CALLS[action];
  if (call) return call;
  const verb = VERBS[action];
  if (verb && key) return `${verb} ${ITEMS[prefixOf(key)] ?? prefixOf(key)}`;
  if (resource.endsWith('/index/due')) return 'read what is due';
  return '';
}

/** `Tables/Tickets` for `<TablesTickets8D70A397.Arn>`, and what follows it. */
export function placeOf({ Resources }: Template, { resource, key, context = {} }: Call): string {
  const named = resource.replaceAll(
    /<(\w+?)(?:\.(?:Arn|Name|StreamArn))?>/g,
    (_, id: string) => pathOf(Resources[id]) ?? id,
  );
  const where = named.replace(/^arn:aws:(\w+):[^:]*:\d*:/, '$1:').replaceAll(/0123456789AB/g, '*');
  const via = Object.entries(context).map(
    ([name, value]) =>
      ` ${name.replace(/^\w+:/, '')}=${placeOf({ Resources }, { action: '', resource: String(value) })}`,
  );
  return `${where}${key ? ` ${prefixOf(key)}` : ''}${via.join('')}`;
}

const pathOf = (resource?: { Metadata?: Record<string, string> }) =>
  resource?.Metadata?.['aws:cdk:path']?.replace(/^\w+\//, '').replace(/\/(Resource|Default)$/, '');
