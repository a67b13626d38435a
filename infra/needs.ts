import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Archive } from './archive.ts';
import type { Config } from './config.ts';
import type { Secrets } from './secrets.ts';
import { message } from './sms.ts';
import { allow, onItems } from './statements.ts';
import type { Tables } from './tables.ts';

/** What functions stand on: made before any of them. The steps come before their machine, and need none. */
export type Ground = Readonly<{
  config: Config;
  tables: Tables;
  secrets: Secrets;
  bus: EventBus;
  archive: Archive;
  baseUrl: string;
  machine?: StateMachine;
}>;

/** What one need brings: the variables a function is told, and the statements its role gets. */
export type Provision = Readonly<{ env?: Record<string, string | undefined>; may?: readonly PolicyStatement[] }>;

/** Rights in the desk's words. A function names its needs in functions.ts, and gets nothing but them. */
export const NEEDS = {
  // the ticket log
  log: ({ tables: { tickets } }) => ({
    env: { TICKETS_TABLE: tickets.table.tableName },
    may: onItems(tickets, ['Query', 'PutItem'], 'TICKET#*'),
  }),
  'move-ticket': ({ tables: { tickets } }) => ({ may: onItems(tickets, ['UpdateItem'], 'TICKET#*') }),
  'mint-link': ({ tables: { tickets } }) => ({ may: onItems(tickets, ['PutItem'], 'LINK#*') }),
  'find-link': ({ tables: { tickets } }) => ({ may: onItems(tickets, ['GetItem'], 'LINK#*') }),
  views: ({ tables: { tickets } }) => ({ may: onItems(tickets, ['PutItem', 'DeleteItem'], 'QUEUE#*') }),
  'what-is-due': ({ tables: { dueIndexArn } }) => ({ may: [allow(['dynamodb:Query'], dueIndexArn)] }),
  // the case file
  'read-case': (ground) => caseFile(ground, 'GetItem'),
  'write-case': (ground) => caseFile(ground, 'GetItem', 'PutItem'),
  'keep-case': (ground) => caseFile(ground, 'UpdateItem'),
  'whole-case': (ground) => caseFile(ground, 'Query'),
  'keep-refused': ({ tables: { tickets, caseFiles } }) => ({
    may: [...onItems(tickets, ['PutItem'], 'REFUSED#*'), ...onItems(caseFiles, ['PutItem'], 'REFUSED#*')],
  }),
  'read-refused': ({ tables: { tickets } }) => ({ may: onItems(tickets, ['GetItem'], 'REFUSED#*') }),
  roster: ({ tables: { caseFiles } }) => ({ may: onItems(caseFiles, ['GetItem', 'Query'], 'PERSON#*', 'ROSTER#*') }),
  // the world outside
  'ticket-key': ({ secrets: { ticketKey } }) => ({
    env: { TICKET_KEY_SECRET: ticketKey.secretArn },
    may: [allow(['secretsmanager:GetSecretValue'], ticketKey.secretArn)],
  }),
  channels: ({ secrets: { channels } }) => ({
    env: { CHANNELS_SECRET: channels.secretArn },
    may: [allow(['secretsmanager:GetSecretValue'], channels.secretArn)],
  }),
  bus: ({ bus }) => ({ env: { BUS_NAME: bus.eventBusName }, may: [allow(['events:PutEvents'], bus.eventBusArn)] }),
  bank: ({ config: { bank } }) => ({
    env: { BANK_ZONE: bank.zone, JURISDICTION: bank.jurisdiction, BANK_CURRENCY: bank.currency },
  }),
  message,
  seal: ({ archive }) => archive.seal(),
  // the workflow
  'know-machine': (ground) => ({ env: { STATE_MACHINE_ARN: machineOf(ground).stateMachineArn } }),
  'start-executions': (ground) => ({ may: [allow(['states:StartExecution'], machineOf(ground).stateMachineArn)] }),
  'see-executions': (ground) => ({
    may: [
      allow(
        ['states:DescribeExecution'],
        `${machineOf(ground).stateMachineArn.replace(':stateMachine:', ':execution:')}:*`,
      ),
    ],
  }),
  'answer-tasks': (ground) => ({
    may: [allow(['states:SendTaskSuccess', 'states:SendTaskFailure'], machineOf(ground).stateMachineArn)],
  }),
} as const satisfies Record<string, (ground: Ground) => Provision>;
export type Need = keyof typeof NEEDS;

function caseFile({ tables: { caseFiles } }: Ground, ...calls: string[]): Provision {
  return { env: { CASE_FILES_TABLE: caseFiles.table.tableName }, may: onItems(caseFiles, calls, 'CASE#*') };
}

function machineOf({ machine }: Ground): StateMachine {
  if (!machine) throw new Error('a step needs the state machine, which is made after the steps');
  return machine;
}
