import type { Stack } from './template/stack.ts';

export type Route = Readonly<{
  key: string;
  apiId: string;
  account: string;
  functionArn: string;
  /** The path's parameters, or undefined when the route does not take that request. */
  match(method: string, path: string): Record<string, string> | undefined;
}>;

type Integration = Readonly<{ IntegrationType: string; IntegrationUri: string; PayloadFormatVersion: string }>;

/** The routes of the stack's one HTTP API, the most particular first. */
export function routesOf(stack: Stack): readonly Route[] {
  const apis = stack.ofType('AWS::ApiGatewayV2::Api');
  if (apis.length > 1) throw new Error('one port serves one HTTP API; the stack has more');
  const integrations = new Map(
    stack.ofType('AWS::ApiGatewayV2::Integration').map(({ ref, properties }) => [ref, properties as Integration]),
  );

  const routes = stack.ofType('AWS::ApiGatewayV2::Route').map(({ logicalId, properties }): Route & { rank: string } => {
    const { RouteKey, Target, AuthorizationType = 'NONE' } = properties as Readonly<Record<string, string>>;
    const key = String(RouteKey);
    const integration = integrations.get(String(Target).replace(/^integrations\//, ''));
    if (integration?.IntegrationType !== 'AWS_PROXY' || integration.PayloadFormatVersion !== '2.0') {
      throw new Error(`route ${key} (${logicalId}) has no Lambda proxy integration of format 2.0`);
    }
    if (AuthorizationType !== 'NONE')
      throw new Error(`route ${key} is authorised by ${AuthorizationType}, which is not run here`);
    return {
      key,
      apiId: String(apis[0]?.ref),
      account: stack.account,
      functionArn: integration.IntegrationUri,
      match: matcher(key),
      rank: rank(key),
    };
  });
  return routes.toSorted((left, right) => (left.rank < right.rank ? -1 : 1));
}

function matcher(key: string): Route['match'] {
  if (key === '$default') return () => ({});
  const [method, pattern = '/'] = key.split(' ');
  const source = pattern.split('/').map((segment) => {
    if (/^\{\w+\+\}$/.test(segment)) return '(.+)';
    return /^\{\w+\}$/.test(segment) ? '([^/]+)' : segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  const names = [...pattern.matchAll(/\{(\w+)\+?\}/g)].map(([, name]) => String(name));
  const expression = new RegExp(`^${source.join('/')}$`);

  return (asked, path) => {
    if (method !== 'ANY' && method !== asked) return undefined;
    const found = expression.exec(path);
    if (!found) return undefined;
    return Object.fromEntries(names.map((name, index) => [name, decoded(String(found[index + 1]))]));
  };
}

function decoded(text: string) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Sorts literal segments before parameters before greedy ones, a method before ANY, `$default` last. */
function rank(key: string) {
  if (key === '$default') return '9';
  const [method, path = ''] = key.split(' ');
  const segments = path
    .split('/')
    .map((segment) => (segment.endsWith('+}') ? '3' : segment.startsWith('{') ? '2' : '1'));
  return `${segments.includes('3') ? 2 : 1}${segments.join('')}${method === 'ANY' ? 2 : 1}`;
}
