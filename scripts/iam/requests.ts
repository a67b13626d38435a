import type { Request } from './evaluate.ts';
import { type Properties, rolesOf, type Statement, spelled, type Template } from './roles.ts';

/** A call as the service's code makes it. `key`: the partition key of the item, `context`: what else conditions ask for. */
export type Call = Readonly<{ action: string; resource: string; key?: string; context?: Request['context'] }>;

const READS = ['dynamodb:GetItem', 'dynamodb:Query'];
const LEADING_KEYS = 'dynamodb:LeadingKeys';
/** Stands for whatever a wildcard stands for: a ticket's number, a person, a link's digest. */
const ANY = '0123456789AB';

/** Everything IAM is asked before a call goes through: the call, and the use of the table's key on the caller's behalf. */
export function requestsOf({ Resources }: Template, { action, resource, key, context = {} }: Call): Request[] {
  const asked = { action, resource, context: key === undefined ? context : { ...context, [LEADING_KEYS]: [key] } };
  const table = /^<(\w+)\.Arn>$/.exec(resource)?.[1] ?? '';
  const opens = Resources[table]?.Properties.Replicas?.[0].SSESpecification.KMSMasterKeyId;
  if (!opens) return [asked];
  const use = (call: string): Request => ({
    action: `kms:${call}`,
    resource: String(spelled(opens)),
    context: { 'kms:ViaService': 'dynamodb.ap-southeast-1.amazonaws.com' },
  });
  return [asked, use('Decrypt'), ...(READS.includes(action) ? [] : [use('GenerateDataKey')])];
}

/** Every call that any role of the template may make: one for each action, resource, key and condition. */
export function callsAllowed(template: Template): Call[] {
  const statements = [...rolesOf(template).values()].flat().filter(({ Effect }) => Effect === 'Allow');
  const calls = statements.flatMap(callsOf);
  return [...new Map(calls.map((call) => [JSON.stringify(call), call])).values()];
}

export const callsOnItems = (template: Template): Call[] =>
  callsAllowed(template).filter(({ action }) => /^dynamodb:(\w*Item|Query)$/.test(action));

function callsOf({ Action, Resource, Condition }: Statement): Call[] {
  const { [LEADING_KEYS]: keys, ...others } = Object.assign({}, ...Object.values(Condition ?? {})) as Properties;
  const context = Object.fromEntries(Object.entries(others).map(([key, values]) => [key, sample([values].flat()[0])]));
  const some = Object.keys(context).length > 0 ? { context } : {};
  const items: (string | undefined)[] = keys ? [keys].flat() : [undefined];
  return Action.flatMap((action) =>
    Resource.flatMap((resource) =>
      items.map((key) => ({ action, resource: sample(resource), ...(key && { key: sample(key) }), ...some })),
    ),
  );
}

const sample = (pattern: string): string => (pattern === '*' ? '*' : pattern.replaceAll('*', ANY).replace(/\?+/, ANY));

/** `LINK#` of `LINK#3f…`. */
export const prefixOf = (key: string): string => key.slice(0, key.indexOf('#') + 1);
