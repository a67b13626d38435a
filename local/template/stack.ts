import type { Assembly, TemplateResource } from './assembly.ts';
import { EMULATED, type Identity, IGNORED, type Place } from './identities.ts';
import { resolver, UnresolvableIntrinsic } from './intrinsics.ts';

export type Properties = Readonly<Record<string, unknown>>;

export type Resource = Identity &
  Readonly<{
    logicalId: string;
    type: string;
    /** The construct's path, without the stack's name and a trailing `Resource`. */
    path: string;
    /** With every intrinsic resolved. */
    properties: Properties;
  }>;

export type Stack = Readonly<{
  name: string;
  region: string;
  account: string;
  resources: readonly Resource[];
  ofType(...types: string[]): readonly Resource[];
  outputs: Readonly<Record<string, string>>;
  /** How many resources of each type are left out. */
  ignored: Readonly<Record<string, number>>;
}>;

export class UnsupportedResource extends Error {
  override readonly name = 'UnsupportedResource';
}

/** Whether a resource is the one meant: by logical id, by name, or by its path with or without the stack's name. */
export const isCalled = ({ logicalId, name, path }: Resource, called: string, stackName: string) =>
  [logicalId, name, path, `${stackName}/${path}`].includes(called);

/** The assembly's resources, named and resolved as if deployed behind `url`. */
export function loadStack({ stackName, region, account, template }: Assembly, url: string): Stack {
  const place: Place = { region, account, stackName, url };
  const identities = new Map<string, Identity>();

  const identify = (logicalId: string): Identity => {
    const known = identities.get(logicalId);
    if (known) return known;
    const declared = template.Resources[logicalId];
    if (!declared) throw new UnresolvableIntrinsic(`nothing in the template is called ${logicalId}`);
    const naming = EMULATED[declared.Type] ?? IGNORED[declared.Type];
    if (!naming) throw unsupported(logicalId, declared.Type);

    const given = naming.property ? resolve(declared.Properties?.[naming.property]) : undefined;
    const name = String(given ?? generatedName(logicalId, declared.Type, place, naming.longest));
    const identity = { name, ...naming.identify(name, place, logicalId) };
    identities.set(logicalId, identity);
    return identity;
  };

  const resolve = resolver(template, {
    ref: (logicalId) => identify(logicalId).ref,
    attribute(logicalId, attribute) {
      const value = identify(logicalId).attributes[attribute];
      if (value !== undefined) return value;
      const type = template.Resources[logicalId]?.Type;
      throw new UnresolvableIntrinsic(`${logicalId} (${type}) has no attribute ${attribute} here`);
    },
    pseudo: {
      'AWS::AccountId': account,
      'AWS::Region': region,
      'AWS::Partition': 'aws',
      'AWS::URLSuffix': 'amazonaws.com',
      'AWS::StackName': stackName,
      'AWS::StackId': `arn:aws:cloudformation:${region}:${account}:stack/${stackName}/local`,
    },
  });

  const isDeployed = ({ Condition }: { Condition?: string }) => !Condition || resolve({ Condition }) === true;
  const declared = Object.entries(template.Resources).filter(([, resource]) => isDeployed(resource));

  const ignored: Record<string, number> = {};
  const resources: Resource[] = [];
  for (const [logicalId, resource] of declared) {
    const { Type: type } = resource;
    if (type in IGNORED) ignored[type] = (ignored[type] ?? 0) + 1;
    else if (type in EMULATED) resources.push(describe(logicalId, resource));
    else throw unsupported(logicalId, type);
  }

  function describe(logicalId: string, { Type: type, Properties = {}, Metadata }: TemplateResource): Resource {
    let resolved: Properties | undefined;
    return {
      ...identify(logicalId),
      logicalId,
      type,
      path: constructPath(String(Metadata?.['aws:cdk:path'] ?? logicalId), stackName),
      get properties() {
        resolved ??= pointHere(resolve(Properties)) as Properties;
        return resolved;
      },
    };
  }

  /** The stack spells its API's public address; here it is the one loopback port. */
  const publicAddresses = resources
    .filter(({ type }) => type === 'AWS::ApiGatewayV2::Api')
    .map(({ ref }) => `https://${ref}.execute-api.${region}.amazonaws.com`);
  const pointHere = (value: unknown): unknown => {
    if (typeof value === 'string')
      return publicAddresses.reduce((text, address) => text.replaceAll(address, url), value);
    if (Array.isArray(value)) return value.map(pointHere);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, pointHere(item)]));
  };

  const outputs = Object.entries(template.Outputs ?? {}).filter(([, output]) => isDeployed(output));
  return {
    name: stackName,
    region,
    account,
    resources,
    ofType: (...types) => resources.filter(({ type }) => types.includes(type)),
    outputs: Object.fromEntries(outputs.map(([name, { Value }]) => [name, String(pointHere(resolve(Value)))])),
    ignored,
  };
}

function generatedName(logicalId: string, type: string, { stackName, account }: Place, longest = 64) {
  if (type === 'AWS::S3::Bucket')
    return `${stackName}-${logicalId}-${account}`.toLowerCase().slice(-longest).replace(/^-/, '');
  const name = `${stackName}-${logicalId}`;
  return name.length <= longest ? name : `${stackName}-${logicalId.slice(stackName.length + 1 - longest)}`;
}

const constructPath = (path: string, stackName: string) =>
  path.replace(new RegExp(`^${stackName}/`), '').replace(/\/(Default|Resource)$/, '');

const unsupported = (logicalId: string, type: string) =>
  new UnsupportedResource(`${logicalId} is of type ${type}, which the embedded cloud does not run`);
