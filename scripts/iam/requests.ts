import type { Request } from './evaluate.ts';
import { type Properties, rolesOf, type Statement, spelled, type Template } from './roles.ts';

/** A call as the service's code makes it, and the use of the key that the service makes on the caller's behalf. */
export type Call = Readonly<{ action: string; resource: string; key?: string }>;

const READS = ['dynamodb:GetItem', 'dynamodb:Query'];
/** Stands for whatever follows a prefix: a ticket's number, a person, a link's digest. */
const ANY = '0123456789AB';

/** Everything IAM is asked before a call goes through. */
export function requestsOf({ Resources }: Template, { action, resource, key }: Call): Request[] {
  const table = /^<(\w+)\.Arn>(\/index\/\w+)?$/.exec(resource)?.[1] ?? '';
  const opens = Resources[table]?.Properties.Replicas?.[0].SSESpecification.KMSMasterKeyId;
  const context: Request['context'] = key === undefined ? {} : { 'dynamodb:LeadingKeys': [key] };
  if (!opens || resource.includes('/index/')) return [{ action, resource, context }];
  const use = (call: string) => ({
    action: `kms:${call}`,
    resource: String(spelled(opens)),
    context: { 'kms:ViaService': 'dynamodb.ap-southeast-1.amazonaws.com' },
  });
  return [{ action, resource, context }, use('Decrypt'), ...(READS.includes(action) ? [] : [use('GenerateDataKey')])];
}

/** Every call on an item that any role of the template may make: one for each action, table and prefix of a key. */
export function callsOnItems(template: Template): Call[] {
  const onItems = ({ Effect, Action }: Statement) =>
    Effect === 'Allow' && Action.some((one) => /^dynamodb:.*(Item|Query)$/.test(one));
  const calls = [...rolesOf(template).values()].flat().filter(onItems).flatMap(callsOf);
  return [...new Map(calls.map((call) => [Object.values(call).join(' '), call])).values()];
}

function callsOf({ Action, Resource, Condition }: Statement): Call[] {
  const keys: (string | undefined)[] = leadingKeys(Condition) ?? [undefined];
  return Action.flatMap((action) =>
    Resource.flatMap((resource) =>
      keys.map((key) => ({ action, resource, ...(key && { key: key.replace('*', ANY) }) })),
    ),
  );
}

const leadingKeys = (condition: Properties = {}): string[] | undefined => {
  const keys = condition['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'];
  return keys && [keys].flat();
};

/** `LINK#` of `LINK#3f…`. */
export const prefixOf = (key: string): string => key.slice(0, key.indexOf('#') + 1);
