// biome-ignore lint/suspicious/noExplicitAny: a template is as deep and as loose as JSON
export type Properties = Record<string, any>;
export type Template = Readonly<{ Resources: Record<string, TemplateResource> }>;
type TemplateResource = Readonly<{ Type: string; Properties: Properties; Metadata?: Record<string, string> }>;
export type Statement = Readonly<{
  Effect: 'Allow' | 'Deny';
  Action: readonly string[];
  Resource: readonly string[];
  Condition?: Properties;
}>;

const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::Partition': 'aws',
  'AWS::Region': 'ap-southeast-1',
  'AWS::AccountId': '000000000000',
  'AWS::URLSuffix': 'amazonaws.com',
};

/** A template's value with its references spelled out: `<Table.Arn>` stands for the ARN that the table will get. */
export function spelled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(spelled);
  if (typeof value !== 'object' || value === null) return value;
  const [[name, inner] = ['', undefined]] = Object.entries(value);
  if (name === 'Ref') return PSEUDO[inner] ?? `<${inner}>`;
  if (name === 'Fn::GetAtt') return `<${[inner].flat().join('.')}>`;
  if (name === 'Fn::Join') return (spelled(inner[1]) as string[]).join(inner[0]);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, spelled(item)]));
}

/** What the role of each function may do, by the function's name. */
export function rolesOf({ Resources }: Template): ReadonlyMap<string, readonly Statement[]> {
  const all = Object.values(Resources);
  const statements = new Map<string, Statement[]>();
  for (const { Properties } of all.filter(({ Type }) => Type === 'AWS::IAM::Policy')) {
    const written = (spelled(Properties.PolicyDocument.Statement) as Properties[]).map(
      ({ Action, Resource, ...rest }) =>
        ({ ...rest, Action: [Action].flat(), Resource: [Resource].flat() }) as unknown as Statement,
    );
    for (const role of spelled(Properties.Roles) as string[]) {
      statements.set(role, [...(statements.get(role) ?? []), ...written]);
    }
  }
  const functions = all.filter(({ Type }) => Type === 'AWS::Lambda::Function');
  return new Map(
    functions.map(({ Properties }) => {
      const role = String(spelled(Properties.Role)).replace('.Arn>', '>');
      return [Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME, statements.get(role) ?? []];
    }),
  );
}
