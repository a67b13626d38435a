import { expect, test } from 'vitest';
import { FUNCTIONS } from '../../infra/functions.ts';
import { WILDCARDS } from '../../infra/wildcards.ts';
import { nameOf, propertiesOf, resourcesOf, statementsOf, target } from './template.ts';

const functions = Object.values(resourcesOf('AWS::Lambda::Function'));
const statements = statementsOf();
const tables = Object.keys(resourcesOf('AWS::DynamoDB::GlobalTable'));
const roleOf = Object.fromEntries(functions.map((one) => [nameOf(one), target(one.Properties.Role)]));
const allowedTo = (name: string) =>
  statements
    .filter(({ role, statement }) => role === roleOf[name] && statement.Effect === 'Allow')
    .map(({ statement }) => statement);

test('the deployed functions are those of the table, and no construct brought another', () => {
  expect(functions.map(nameOf).sort()).toEqual(Object.keys(FUNCTIONS).sort());
});

test('each function has a role of its own, and no role has a policy written by somebody else', () => {
  expect(new Set(Object.values(roleOf)).size).toBe(functions.length);
  for (const role of propertiesOf('AWS::IAM::Role')) expect(role.ManagedPolicyArns).toBeUndefined();
});

test('no action is a wildcard', () => {
  for (const { statement } of statements) expect(statement.Action.filter((action) => action.includes('*'))).toEqual([]);
});

test('a resource is a wildcard only where AWS forces it, for the reason on the list', () => {
  const wild = statements.filter(({ statement }) => statement.Effect === 'Allow' && statement.Resource.includes('*'));
  expect(wild.length).toBeGreaterThan(0);
  for (const { statement } of wild) {
    expect(statement.Action.filter((action) => !(action in WILDCARDS))).toEqual([]);
  }
});

test('a wildcard inside an ARN ends it: objects of one bucket, executions of one machine', () => {
  const partly = statements
    .filter(({ statement }) => statement.Effect === 'Allow')
    .flatMap(({ statement }) =>
      statement.Resource.map((resource) => ({ action: statement.Action, resource: JSON.stringify(resource) })),
    )
    .filter(({ resource }) => resource.includes('*') && resource !== '"*"');
  for (const { resource } of partly) expect(resource).toMatch(/^[^*]*[/:]\*[^*]*$/);
  expect(new Set(partly.flatMap(({ action }) => action))).toEqual(
    new Set([
      's3:GetObject',
      's3:PutObject',
      's3:PutObjectLegalHold',
      's3:PutObjectRetention',
      'states:DescribeExecution',
      'states:StopExecution',
    ]),
  );
});

test('who sends SMS cannot publish to a topic', () => {
  for (const name of Object.keys(FUNCTIONS)) {
    if (!allowedTo(name).some(({ Action }) => Action.includes('sns:Publish'))) continue;
    const denied = statements.find(({ role, statement }) => role === roleOf[name] && statement.Effect === 'Deny');
    expect(denied?.statement.Action).toEqual(['sns:Publish']);
    expect(JSON.stringify(denied?.statement.Resource)).toContain(':sns:*:*:*');
  }
});

test('every right on a table is for named partition keys, but reading the due index', () => {
  const onTables = statements.filter(({ statement }) =>
    statement.Action.some((action) => /^dynamodb:.*Item$|Query/.test(action)),
  );
  for (const { statement } of onTables) {
    const isIndex = JSON.stringify(statement.Resource).includes('/index/due');
    const keys = statement.Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'];
    expect(isIndex ? ['due'] : keys).toEqual(expect.arrayContaining([expect.any(String)]));
  }
});

test('nobody scans, and nobody deletes anything but a line of a queue', () => {
  const actions = statements.flatMap(({ statement }) => statement.Action);
  expect(actions).not.toContain('dynamodb:Scan');
  const deleting = statements.filter(({ statement }) =>
    statement.Action.some((action) => /Delete(Item|Object)|BatchWrite/.test(action)),
  );
  expect(deleting.map(({ role }) => role)).toEqual([roleOf.relay]);
  expect(deleting[0]?.statement.Condition).toEqual({
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['QUEUE#*'] },
  });
});

test('the log is not rewritten: items are put, and only the watch, the relay and waiting steps touch what lies beside', () => {
  const tickets = tables.find((id) => id.includes('Tickets')) ?? '';
  const updating = Object.keys(FUNCTIONS).filter((name) =>
    allowedTo(name).some(
      ({ Action, Resource }) => Action.includes('dynamodb:UpdateItem') && target(Resource) === tickets,
    ),
  );
  expect(updating).not.toContain('triage');
  expect(updating.filter((name) => FUNCTIONS[name as keyof typeof FUNCTIONS].in === 'pages/')).toEqual([]);
});

test('what hears and relays never reads a case file', () => {
  const caseFiles = tables.find((id) => id.includes('CaseFiles')) ?? '';
  for (const name of ['hear-core-banking', 'hear-lost-execution', 'relay', 'close', 'carry-out-remedies']) {
    const reads = allowedTo(name).filter(
      ({ Action, Resource }) => target(Resource) === caseFiles && Action.some((action) => /Get|Query/.test(action)),
    );
    expect(reads).toEqual([]);
  }
});

test('only the relay starts executions and answers tasks', () => {
  const speaking = Object.keys(FUNCTIONS).filter((name) =>
    allowedTo(name).some(({ Action }) => Action.some((action) => /^states:(Start|SendTask)/.test(action))),
  );
  expect(speaking).toEqual(['relay']);
});

test('whoever signs signs digests of the one algorithm, and only who seals does', () => {
  const signing = statements.filter(({ statement }) => statement.Action.includes('kms:Sign'));
  expect(signing.map(({ role }) => role).sort()).toEqual([roleOf.archive, roleOf.anchor].sort());
  for (const { statement } of signing) {
    expect(statement.Condition).toEqual({
      StringEquals: { 'kms:SigningAlgorithm': 'ECDSA_SHA_256', 'kms:MessageType': 'DIGEST' },
    });
  }
});

test('who seals tickets lays no anchors, who anchors seals no ticket, and neither reads a ticket', () => {
  const objects = (name: string, action: string) =>
    allowedTo(name)
      .filter(({ Action }) => Action.includes(action))
      .flatMap(({ Resource }) => Resource.map((one) => /\/([^/]+\/\*)"/.exec(JSON.stringify(one))?.[1]));
  expect(objects('archive', 's3:PutObject')).toEqual(['????????????/*', 'keys/*']);
  expect(objects('archive', 's3:GetObject')).toEqual([]);
  expect(objects('anchor', 's3:PutObject')).toEqual(['anchors/*', 'keys/*']);
  expect(objects('anchor', 's3:GetObject')).toEqual(['anchors/*']);
});

test('keys of the tables open by way of DynamoDB only', () => {
  const tableKeys = tables.map((table) =>
    target(resourcesOf('AWS::DynamoDB::GlobalTable')[table]?.Properties.Replicas[0].SSESpecification),
  );
  const using = statements.filter(({ statement }) => statement.Resource.some((one) => tableKeys.includes(target(one))));
  expect(using.length).toBeGreaterThan(0);
  for (const { statement } of using) {
    expect(JSON.stringify(statement.Condition?.StringEquals['kms:ViaService'])).toContain('dynamodb.ap-southeast-1.');
  }
});

test('every other key opens by way of one service only, but the one that seals the personal part of the archive', () => {
  const using = statements.filter(({ statement }) =>
    statement.Action.some((action) => /^kms:.*(crypt|DataKey)/.test(action)),
  );
  const direct = using.filter(({ statement }) => !statement.Condition?.StringEquals['kms:ViaService']);
  expect(direct).toMatchObject([{ role: roleOf.archive, statement: { Action: ['kms:GenerateDataKey'] } }]);
});

test('who may read one secret cannot open another', () => {
  const reading = statements.filter(({ statement }) => statement.Action.includes('secretsmanager:GetSecretValue'));
  for (const { role, statement } of reading) {
    const secret = target(statement.Resource);
    const opening = statements.filter(
      (one) =>
        one.role === role &&
        target(one.statement.Condition?.StringEquals?.['kms:EncryptionContext:SecretARN']) === secret,
    );
    expect(opening.map((one) => one.statement.Action)).toEqual([['kms:Decrypt']]);
  }
});
