import { Stack } from 'aws-cdk-lib';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import type { LockedTable } from './tables.ts';

type Conditions = Record<string, Record<string, string | string[]>>;

export const allow = (actions: string[], resource: string, conditions: Conditions = {}): PolicyStatement =>
  new PolicyStatement({ actions, resources: [resource], conditions });

export const deny = (actions: string[], resource: string): PolicyStatement =>
  new PolicyStatement({ effect: Effect.DENY, actions, resources: [resource] });

/** A key used by way of one service only. */
export function via(scope: IConstruct, service: string): { StringEquals: Record<string, string> } {
  const { region, urlSuffix } = Stack.of(scope);
  return { StringEquals: { 'kms:ViaService': `${service}.${region}.${urlSuffix}` } };
}

const READS = ['GetItem', 'Query'];

/** Calls on a table's items under these partition keys only, and the use of its key by way of DynamoDB only. */
export function onItems({ table, key }: LockedTable, calls: string[], ...leadingKeys: string[]): PolicyStatement[] {
  const only = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': leadingKeys } };
  const actions = calls.map((call) => `dynamodb:${call}`);
  return [
    allow(actions, table.tableArn, only),
    ...useOfKey(
      { table, key },
      calls.every((call) => READS.includes(call)),
    ),
  ];
}

function useOfKey({ table, key }: LockedTable, onlyReads: boolean): PolicyStatement[] {
  const writes = ['Encrypt', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext', 'ReEncryptFrom', 'ReEncryptTo'];
  const uses = ['Decrypt', 'DescribeKey', ...(onlyReads ? [] : writes)];
  return [
    allow(
      uses.map((use) => `kms:${use}`),
      key.keyArn,
      via(table, 'dynamodb'),
    ),
  ];
}
