import type { Template } from './assembly.ts';

export class UnresolvableIntrinsic extends Error {
  override readonly name = 'UnresolvableIntrinsic';
}

export type Names = Readonly<{
  ref(logicalId: string): unknown;
  attribute(logicalId: string, attribute: string): unknown;
  pseudo: Readonly<Record<string, string>>;
}>;

type Intrinsic = (argument: unknown) => unknown;

/** The value a template expression has once the stack is deployed here. */
export function resolver(template: Template, names: Names): (value: unknown) => unknown {
  const NO_VALUE = Symbol('AWS::NoValue');

  const ref = (name: unknown): unknown => {
    const id = String(name);
    if (id === 'AWS::NoValue') return NO_VALUE;
    if (id in names.pseudo) return names.pseudo[id];
    const parameter = template.Parameters?.[id];
    if (parameter) return parameter.Default ?? '';
    return names.ref(id);
  };

  const attribute = (argument: unknown) => {
    const [id, ...rest] = typeof argument === 'string' ? argument.split('.') : (argument as string[]);
    return names.attribute(String(id), rest.join('.'));
  };

  const list = (argument: unknown): unknown[] => {
    const resolved = resolve(argument);
    if (!Array.isArray(resolved))
      throw new UnresolvableIntrinsic(`a list was expected, not ${JSON.stringify(argument)}`);
    return resolved;
  };

  const substitute = (argument: unknown) => {
    const [text, variables] = Array.isArray(argument) ? argument : [argument, {}];
    return String(text).replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      if (Object.hasOwn(variables, name)) return String(resolve(variables[name]));
      return String(name.includes('.') ? attribute(name) : ref(name));
    });
  };

  const condition = (argument: unknown): boolean => {
    if (typeof argument === 'string') {
      const named = template.Conditions?.[argument];
      if (named === undefined) throw new UnresolvableIntrinsic(`no condition ${argument}`);
      return condition(named);
    }
    return Boolean(resolve(argument));
  };

  const intrinsics: Readonly<Record<string, Intrinsic>> = {
    Ref: ref,
    'Fn::GetAtt': attribute,
    'Fn::Join': (argument) => {
      const [separator, parts] = argument as [string, unknown];
      return list(parts).join(separator);
    },
    'Fn::Sub': substitute,
    'Fn::Select': (argument) => {
      const [index, values] = argument as [unknown, unknown];
      return list(values)[Number(resolve(index))];
    },
    'Fn::Split': (argument) => {
      const [separator, text] = argument as [string, unknown];
      return String(resolve(text)).split(separator);
    },
    'Fn::If': (argument) => {
      const [name, yes, no] = argument as [string, unknown, unknown];
      return resolve(condition(name) ? yes : no);
    },
    'Fn::Equals': (argument) => {
      const [left, right] = argument as [unknown, unknown];
      return resolve(left) === resolve(right);
    },
    'Fn::And': (argument) => (argument as unknown[]).every(condition),
    'Fn::Or': (argument) => (argument as unknown[]).some(condition),
    'Fn::Not': (argument) => !condition((argument as unknown[])[0]),
    'Fn::FindInMap': (argument) => {
      const [map, first, second] = list(argument).map(String) as [string, string, string];
      return template.Mappings?.[map]?.[first]?.[second];
    },
    'Fn::Base64': (argument) => Buffer.from(String(resolve(argument))).toString('base64'),
    Condition: (argument) => condition(argument),
  };

  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve).filter((item) => item !== NO_VALUE);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [only] = entries;
    if (only && entries.length === 1) {
      const [name, argument] = only;
      const intrinsic = intrinsics[name];
      if (intrinsic && isIntrinsic(name, argument)) return intrinsic(argument);
      if (name.startsWith('Fn::')) throw new UnresolvableIntrinsic(`${name} is not implemented here`);
    }
    const resolved = entries.map(([key, item]) => [key, resolve(item)] as const);
    return Object.fromEntries(resolved.filter(([, item]) => item !== NO_VALUE));
  };

  return resolve;
}

/** A policy statement also has a key `Condition`; only a condition's name makes it an intrinsic. */
const isIntrinsic = (name: string, argument: unknown) => name !== 'Condition' || typeof argument === 'string';
