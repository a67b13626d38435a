import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// biome-ignore lint/suspicious/noExplicitAny: a template is as deep and as loose as JSON
export type Properties = Record<string, any>;
export type Resource = Readonly<{
  Type: string;
  Properties: Properties;
  DeletionPolicy?: string;
  DependsOn?: string[];
}>;

export type Template = Readonly<{ Resources: Record<string, Resource>; Outputs: Properties }>;

/** What `npm run synth` made: the template as it is deployed. */
export const template: Template = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'cdk.out', 'Redress.template.json'), 'utf8'),
);

/** Resources of a type by logical id. */
export const resourcesOf = (type: string, { Resources } = template): Record<string, Resource> =>
  Object.fromEntries(Object.entries(Resources).filter(([, { Type }]) => Type === type));

export const propertiesOf = (type: string, from = template): Properties[] =>
  Object.values(resourcesOf(type, from)).map(({ Properties }) => Properties);

/** The logical id that a Ref or GetAtt, wherever it lies in a value, first points to. */
export function target(value: unknown): string | undefined {
  return /"(?:Ref|Fn::GetAtt)":\s*\[?"([^"]+)"/.exec(JSON.stringify(value))?.[1];
}

/** A deployed function's name, by which functions.ts and its bundle know it. */
export const nameOf = ({ Properties }: Resource): string => Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME;

export type Statement = Readonly<{ Effect: string; Action: string[]; Resource: unknown[]; Condition?: Properties }>;
const list = (value: unknown) => (Array.isArray(value) ? value : [value]);

/** Every statement of every role, under the id of its role. */
export function statementsOf(from = template): Readonly<{ role: string; statement: Statement }>[] {
  return propertiesOf('AWS::IAM::Policy', from).flatMap(({ Roles, PolicyDocument }) =>
    (PolicyDocument.Statement as Properties[]).map((statement) => ({
      role: Roles[0].Ref as string,
      statement: { ...statement, Action: list(statement.Action), Resource: list(statement.Resource) } as Statement,
    })),
  );
}
