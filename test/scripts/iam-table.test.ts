import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isAllowed } from '../../scripts/iam/evaluate.ts';
import type { Statement } from '../../scripts/iam/roles.ts';
import { iamTable } from '../../scripts/iam-table.ts';
import { template } from '../infra/template.ts';

const allow: Statement = { Effect: 'Allow', Action: ['sns:Publish'], Resource: ['*'] };
const deny: Statement = { Effect: 'Deny', Action: ['sns:Publish'], Resource: ['arn:aws:sns:*:*:*'] };
const onLinks: Statement = {
  Effect: 'Allow',
  Action: ['dynamodb:PutItem'],
  Resource: ['<Table.Arn>'],
  Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['LINK#*'] } },
};
const bySigning: Statement = {
  Effect: 'Allow',
  Action: ['kms:Sign'],
  Resource: ['<Key.Arn>'],
  Condition: { StringEquals: { 'kms:MessageType': 'DIGEST', 'kms:SigningAlgorithm': 'ECDSA_SHA_256' } },
};
const put = (...keys: string[]) => ({
  action: 'dynamodb:PutItem',
  resource: '<Table.Arn>',
  context: { 'dynamodb:LeadingKeys': keys },
});
const sign = (context: Record<string, string>) => ({ action: 'kms:Sign', resource: '<Key.Arn>', context });

describe('a policy is read as IAM reads it', () => {
  test.for([
    ['what nothing allows is denied', [], put('LINK#0'), false],
    ['an allowed call', [allow], { action: 'sns:Publish', resource: '+8613123456789' }, true],
    ['a deny wins', [allow, deny], { action: 'sns:Publish', resource: 'arn:aws:sns:r:1:alarms' }, false],
    ['and only where it says so', [allow, deny], { action: 'sns:Publish', resource: '+8613123456789' }, true],
    ['an item under the key', [onLinks], put('LINK#0'), true],
    ['an item beside it', [onLinks], put('TICKET#0'), false],
    ['one item of two beside it', [onLinks], put('LINK#0', 'TICKET#0'), false],
    ['another action', [onLinks], { ...put('LINK#0'), action: 'dynamodb:DeleteItem' }, false],
    ['another table', [onLinks], { ...put('LINK#0'), resource: '<Other.Arn>' }, false],
    [
      'both conditions',
      [bySigning],
      sign({ 'kms:MessageType': 'DIGEST', 'kms:SigningAlgorithm': 'ECDSA_SHA_256' }),
      true,
    ],
    ['one of two conditions', [bySigning], sign({ 'kms:MessageType': 'DIGEST', 'kms:SigningAlgorithm': 'RSA' }), false],
    ['a condition that the call says nothing of', [bySigning], sign({ 'kms:MessageType': 'DIGEST' }), false],
  ] as const)('%s', ([, statements, request, allowed]) => {
    expect(isAllowed(statements, request)).toBe(allowed);
  });

  test('a condition it does not know is no condition that holds', () => {
    const unknown = { ...allow, Condition: { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8'] } } };
    expect(() => isAllowed([unknown], { action: 'sns:Publish', resource: '1' })).toThrow('IpAddress');
  });
});

const table = iamTable(template);
const answer = (question: string) => table.split('\n').find((line) => line.startsWith(`| ${question} |`));

test.for([
  'Who deletes from it?',
  'Who changes the roster?',
  'Who lists all tickets or case files?',
  'Who publishes to a topic, the alarms among them?',
  'In another name than that of the desk?',
  'Who reads or deletes what is sealed, or lifts its lock?',
  'Who opens the personal part of the archive?',
  'Who opens anything with a key itself, not by way of a service?',
  'Who manages a key?',
  'Who changes a secret?',
  'Who invokes a function, changes one, or takes another role?',
])('%s Nobody', (question) => {
  expect(answer(question)).toContain('| **nobody** |');
});

test.for([
  ['Who starts, answers or stops an execution?', 'relay'],
  ['Who puts events on the bus?', 'relay'],
  ['Who reads the key that numbers tickets?', 'receive-post, receive-event'],
] as const)('%s %s alone', ([question, who]) => {
  expect(answer(question)).toBe(`| ${question} | ${who} |`);
});

test('docs/iam.md is what the template allows (else: npm run synth && npx node scripts/iam-table.ts)', () => {
  expect(readFileSync(new URL('../../docs/iam.md', import.meta.url), 'utf8')).toBe(table);
});

test('a role that got a right more would be seen', () => {
  const more = structuredClone(template);
  const [relay] = Object.entries(more.Resources).filter(
    ([id, { Type }]) => Type === 'AWS::IAM::Policy' && id.startsWith('Relay'),
  );
  const cases = Object.keys(more.Resources).find(
    (id) => id.startsWith('TablesCaseFiles') && more.Resources[id]?.Type.includes('Table'),
  );
  relay?.[1].Properties.PolicyDocument.Statement.push({
    Effect: 'Allow',
    Action: 'dynamodb:GetItem',
    Resource: { 'Fn::GetAtt': [cases, 'Arn'] },
  });
  expect(iamTable(more)).not.toBe(table);
});
