import type { Call } from './requests.ts';
import type { Template } from './roles.ts';

/** A question of an auditor, and the calls that would be a yes. */
export type Question = readonly [question: string, ...calls: Call[]];

const TICKET = 'TICKET#0123456789AB';
const CASE = 'CASE#0123456789AB';

/** What an auditor asks first. Whoever may make one of the calls is named in the answer. */
export function questions({ Resources }: Template): Question[] {
  const id = (type: string, part: string) => {
    const found = Object.entries(Resources).find(([name, { Type }]) => Type === type && name.startsWith(part));
    if (!found) throw new Error(`the template has no ${type} called ${part}`);
    return found[0];
  };
  const arn = (type: string, part: string) => `<${id(type, part)}.Arn>`;
  const tickets = arn('AWS::DynamoDB::GlobalTable', 'TablesTickets');
  const cases = arn('AWS::DynamoDB::GlobalTable', 'TablesCaseFiles');
  const archive = arn('AWS::S3::Bucket', 'ArchiveBucket');
  const key = (part: string) => arn('AWS::KMS::Key', part);
  const secret = (part: string) => `<${id('AWS::SecretsManager::Secret', part)}>`;
  const on = (resource: string, itemKey: string, ...actions: string[]): Call[] =>
    actions.map((action) => ({ action: `dynamodb:${action}`, resource, key: itemKey }));
  const any = (resource: string, ...actions: string[]): Call[] => actions.map((action) => ({ action, resource }));
  const keys = Object.entries(Resources)
    .filter(([, { Type }]) => Type === 'AWS::KMS::Key')
    .map(([name]) => `<${name}.Arn>`);
  const groups = Object.entries(Resources)
    .filter(([, { Type }]) => Type === 'AWS::DynamoDB::GlobalTable')
    .map(([name]) => `<${name}.Arn>`);

  return [
    ['Who reads a case file?', ...on(cases, CASE, 'GetItem', 'Query')],
    ['Who writes into one?', ...on(cases, CASE, 'PutItem')],
    ['Who reads whether a person is on the roster?', ...on(cases, 'PERSON#1', 'GetItem')],
    [
      'Who changes the roster?',
      ...['PERSON#1', 'ROSTER#risk-control'].flatMap((one) => on(cases, one, 'PutItem', 'UpdateItem', 'DeleteItem')),
    ],
    ['Who appends to the log of a ticket?', ...on(tickets, TICKET, 'PutItem')],
    ['Who deletes from it?', ...on(tickets, TICKET, 'DeleteItem', 'BatchWriteItem')],
    ['Who mints a link?', ...on(tickets, 'LINK#0', 'PutItem', 'UpdateItem')],
    ['Who looks a link up?', ...on(tickets, 'LINK#0', 'GetItem', 'Query')],
    ['Who reads a one-time code?', ...on(cases, 'CODE#0', 'GetItem', 'Query')],
    [
      'Who lists all tickets or case files?',
      ...groups.flatMap((group) =>
        any(group, 'dynamodb:Scan', 'dynamodb:PartiQLSelect', 'dynamodb:ExportTableToPointInTime'),
      ),
    ],
    ['Who sends an SMS?', { action: 'sns:Publish', resource: '*' }],
    [
      'Who publishes to a topic, the alarms among them?',
      { action: 'sns:Publish', resource: 'arn:aws:sns:ap-southeast-1:000000000000:topic' },
    ],
    [
      'Who sends a mail?',
      {
        action: 'ses:SendEmail',
        resource: 'arn:aws:ses:ap-southeast-1:000000000000:identity/bank.example',
        context: { 'ses:FromAddress': 'complaints@bank.example' },
      },
    ],
    [
      'In another name than that of the desk?',
      {
        action: 'ses:SendEmail',
        resource: 'arn:aws:ses:ap-southeast-1:000000000000:identity/bank.example',
        context: { 'ses:FromAddress': 'board@bank.example' },
      },
    ],
    [
      'Who starts, answers or stops an execution?',
      ...['WorkflowComplaint', 'Extension'].flatMap((one) =>
        any(
          `<${id('AWS::StepFunctions::StateMachine', one)}>`,
          'states:StartExecution',
          'states:SendTaskSuccess',
          'states:SendTaskFailure',
        ),
      ),
    ],
    ['Who puts events on the bus?', ...any(arn('AWS::Events::EventBus', 'EventsBus'), 'events:PutEvents')],
    ['Who seals?', ...any(`${archive}/0123456789AB/manifest.json`, 's3:PutObject')],
    [
      'Who reads or deletes what is sealed, or lifts its lock?',
      ...any(
        `${archive}/0123456789AB/manifest.json`,
        's3:GetObject',
        's3:DeleteObject',
        's3:DeleteObjectVersion',
        's3:BypassGovernanceRetention',
      ),
      {
        action: 's3:PutObjectLegalHold',
        resource: `${archive}/0123456789AB/manifest.json`,
        context: { 's3:object-lock-legal-hold': 'OFF' },
      },
      ...any(archive, 's3:PutBucketObjectLockConfiguration', 's3:PutBucketPolicy'),
    ],
    [
      'Who opens the personal part of the archive?',
      ...any(key('ArchivePersonalKey'), 'kms:Decrypt', 'kms:ReEncryptFrom'),
    ],
    [
      'Who signs?',
      {
        action: 'kms:Sign',
        resource: key('ArchiveSigningKey'),
        context: { 'kms:SigningAlgorithm': 'ECDSA_SHA_256', 'kms:MessageType': 'DIGEST' },
      },
    ],
    [
      'Who opens anything with a key itself, not by way of a service?',
      ...keys.flatMap((one) => any(one, 'kms:Decrypt')),
    ],
    [
      'Who manages a key?',
      ...keys.flatMap((one) =>
        any(one, 'kms:ScheduleKeyDeletion', 'kms:DisableKey', 'kms:PutKeyPolicy', 'kms:CreateGrant'),
      ),
    ],
    ['Who reads what channels sign with?', ...any(secret('SecretsChannels'), 'secretsmanager:GetSecretValue')],
    ['Who reads the key that numbers tickets?', ...any(secret('SecretsTicketKey'), 'secretsmanager:GetSecretValue')],
    [
      'Who changes a secret?',
      ...any(secret('SecretsChannels'), 'secretsmanager:PutSecretValue', 'secretsmanager:UpdateSecret'),
    ],
    [
      'Who invokes a function, changes one, or takes another role?',
      ...any(
        'arn:aws:lambda:ap-southeast-1:000000000000:function:any',
        'lambda:InvokeFunction',
        'lambda:UpdateFunctionCode',
      ),
      ...any('arn:aws:iam::000000000000:role/any', 'iam:PassRole', 'iam:PutRolePolicy', 'sts:AssumeRole'),
    ],
  ];
}
