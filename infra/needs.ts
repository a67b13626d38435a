import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Archive } from './archive.ts';
import type { Config } from './config.ts';
import type { Logs } from './logs.ts';
import { mail } from './mail.ts';
import { readOf, type Secrets } from './secrets.ts';
import { message } from './sms.ts';
import { allow, onItems } from './statements.ts';
import type { Tables } from './tables.ts';

/** What functions stand on: made before any of them. The steps come before their machine, and need none. */
export type Ground = Readonly<{
  config: Config;
  logs: Logs;
  tables: Tables;
  secrets: Secrets;
  bus: EventBus;
  archive: Archive;
  baseUrl: string;
  machine?: StateMachine;
  /** That of an extension. */
  extensions?: StateMachine;
}>;

/** What one need brings: the variables a function is told, and the statements its role gets. */
export type Provision = Readonly<{ env?: Record<string, string | undefined>; may?: readonly PolicyStatement[] }>;

/** Rights in the desk's words. A function names its needs in functions.ts, and gets nothing but them. */
export const NEEDS = {
  // the ticket log
  'read-log': ({ tables: { tickets } }) => ({
    env: { TICKETS_TABLE: tickets.table.tableName },
    may: onItems(tickets, ['Query'], 'TICKET#*'),
  }),
  log: ({ tables: { tickets } }) => ({
    env: { TICKETS_TABLE: tickets.table.tableName },
    may: onItems(tickets, ['Query', 'PutItem'], 'TICKET#*'),
  }),
  'keep-token': besideTheLog,
  'look-again': besideTheLog,
  'what-is-due': ({ tables: { dueIndexArn } }) => ({ may: [allow(['dynamodb:Query'], dueIndexArn)] }),
  queues: ({ tables: { tickets } }) => ({ may: onItems(tickets, ['PutItem', 'DeleteItem'], 'QUEUE#*') }),
  /** That a ticket's log changed on a day: noted for that day's anchor, and read by it. */
  'note-heads': ({ tables: { tickets } }) => ({ may: onItems(tickets, ['UpdateItem'], 'HEADS') }),
  'changed-heads': ({ tables: { tickets } }) => ({ may: onItems(tickets, ['Query'], 'HEADS') }),
  'mint-link': ({ tables: { tickets } }) => ({ may: onItems(tickets, ['PutItem'], 'LINK#*') }),
  'find-link': ({ tables: { tickets } }) => ({ may: onItems(tickets, ['GetItem'], 'LINK#*') }),
  /** The other tickets of a cardholder, and those on the same matter. */
  neighbours: ({ tables: { tickets } }) => ({
    may: [
      ...onItems(tickets, ['Query', 'PutItem'], 'HOLDER#*', 'MATTER#*'),
      ...onItems(tickets, ['GetItem', 'PutItem'], 'INCIDENT#*'),
    ],
  }),
  'read-refused': ({ tables: { tickets } }) => ({ may: onItems(tickets, ['GetItem'], 'REFUSED#*') }),
  'keep-refused': ({ tables: { tickets, caseFiles } }) => ({
    may: [tickets, caseFiles].flatMap((table) => onItems(table, ['PutItem'], 'REFUSED#*')),
  }),
  // the case file
  'read-case': (ground) => ofCases(ground, 'GetItem'),
  'write-case': (ground) => ofCases(ground, 'GetItem', 'PutItem'),
  'keep-case': (ground) => ofCases(ground, 'UpdateItem'),
  /** How often somebody asked, came, or was told; see rules/limits.ts. */
  count: ({ tables: { caseFiles } }) => ({
    env: { CASE_FILES_TABLE: caseFiles.table.tableName },
    may: onItems(caseFiles, ['UpdateItem'], 'RATE#*'),
  }),
  /** Which signed requests were answered before, and how. */
  signatures: ({ tables: { caseFiles } }) => ({ may: onItems(caseFiles, ['GetItem', 'PutItem'], 'SIGNATURE#*') }),
  /** The one-time codes of the bank's people. */
  codes: ({ tables: { caseFiles } }) => ({
    env: { CASE_FILES_TABLE: caseFiles.table.tableName },
    may: onItems(caseFiles, ['GetItem', 'PutItem', 'UpdateItem'], 'CODE#*'),
  }),
  'whole-case': (ground) => ofCases(ground, 'Query'),
  /** Somebody by id; a whole department only for those who choose from it. */
  person: (ground) => ofRoster(ground, ['GetItem', 'PERSON#*']),
  roster: (ground) => ofRoster(ground, ['GetItem', 'PERSON#*'], ['Query', 'ROSTER#*']),
  // the world outside
  'ticket-key': ({ secrets: { ticketKey } }) => ({
    env: { TICKET_KEY_SECRET: ticketKey.secretArn },
    may: readOf(ticketKey),
  }),
  channels: ({ secrets: { channels } }) => ({
    env: { CHANNELS_SECRET: channels.secretArn },
    may: readOf(channels),
  }),
  bus: ({ bus }) => ({ env: { BUS_NAME: bus.eventBusName }, may: [allow(['events:PutEvents'], bus.eventBusArn)] }),
  /** Of the pages: where their own forms come from. */
  address: ({ baseUrl }) => ({ env: { BASE_URL: baseUrl } }),
  zone: ({ config: { bank } }) => ({ env: { BANK_ZONE: bank.zone } }),
  currency: ({ config: { bank } }) => ({ env: { BANK_CURRENCY: bank.currency } }),
  jurisdiction: ({ config: { bank } }) => ({ env: { JURISDICTION: bank.jurisdiction } }),
  hotline: ({ config: { bank } }) => ({ env: { HOTLINE: bank.hotline } }),
  message,
  mail,
  seal: ({ archive }) => archive.seal(),
  'lay-anchors': ({ archive }) => archive.anchor(),
  // the workflow
  machine: (ground) => ({ env: { STATE_MACHINE_ARN: machineOf(ground).stateMachineArn } }),
  extensions: (ground) => ({ env: { EXTENSION_MACHINE_ARN: extensionsOf(ground).stateMachineArn } }),
  'start-executions': (ground) => ({
    may: machines(ground, ({ stateMachineArn }) => [['states:StartExecution'], stateMachineArn]),
  }),
  'stop-executions': (ground) => ({ may: [allow(['states:StopExecution'], executionsOf(machineOf(ground)))] }),
  'answer-tasks': (ground) => ({
    may: machines(ground, ({ stateMachineArn }) => [
      ['states:SendTaskSuccess', 'states:SendTaskFailure'],
      stateMachineArn,
    ]),
  }),
  'see-executions': (ground) => ({ may: machines(ground, (one) => [['states:DescribeExecution'], executionsOf(one)]) }),
} as const satisfies Record<string, (ground: Ground) => Provision>;
export type Need = keyof typeof NEEDS;

/** Attributes outside the hash: the workflow's token of a task, and when the ticket is looked at next. */
function besideTheLog({ tables: { tickets } }: Ground): Provision {
  return { may: onItems(tickets, ['UpdateItem'], 'TICKET#*') };
}

function ofCases({ tables: { caseFiles } }: Ground, ...calls: string[]): Provision {
  return { env: { CASE_FILES_TABLE: caseFiles.table.tableName }, may: onItems(caseFiles, calls, 'CASE#*') };
}

function ofRoster({ tables: { caseFiles } }: Ground, ...rights: [call: string, keys: string][]): Provision {
  const may = rights.flatMap(([call, keys]) => onItems(caseFiles, [call], keys));
  return { env: { CASE_FILES_TABLE: caseFiles.table.tableName }, may };
}

function executionsOf(machine: StateMachine): string {
  const arnFormat = ArnFormat.COLON_RESOURCE_NAME;
  const resourceName = `${machine.stateMachineName}:*`;
  return Stack.of(machine).formatArn({ service: 'states', resource: 'execution', resourceName, arnFormat });
}

/** The same right on both machines, a statement for each. */
const machines = (ground: Ground, right: (machine: StateMachine) => [actions: string[], resource: string]) =>
  [machineOf(ground), extensionsOf(ground)].map((machine) => allow(...right(machine)));

function extensionsOf({ extensions }: Ground): StateMachine {
  if (!extensions) throw new Error('a step needs the state machine of extensions, which is made after the steps');
  return extensions;
}

function machineOf({ machine }: Ground): StateMachine {
  if (!machine) throw new Error('a step needs the state machine, which is made after the steps');
  return machine;
}
