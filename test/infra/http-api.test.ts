import { expect, test } from 'vitest';
import { nameOf, propertiesOf, resourcesOf, target } from './template.ts';

const integrations = resourcesOf('AWS::ApiGatewayV2::Integration');
const functions = resourcesOf('AWS::Lambda::Function');
const [stage] = propertiesOf('AWS::ApiGatewayV2::Stage');

test('each route leads to its function, and there is no other', () => {
  const routes = propertiesOf('AWS::ApiGatewayV2::Route').map(({ RouteKey, Target }) => {
    const integration = integrations[target(Target) ?? ''];
    const handler = functions[target(integration?.Properties.IntegrationUri) ?? ''];
    return [RouteKey, handler && nameOf(handler)];
  });
  expect(Object.fromEntries(routes)).toEqual({
    'POST /complaints': 'receive-post',
    'POST /complaints/{ticket}/follow-ups': 'receive-follow-up',
    'GET /commands/{ticket}/{command}': 'command-details',
    'GET /w/{token}': 'work',
    'POST /w/{token}': 'work',
    'GET /a/{token}': 'approval',
    'POST /a/{token}': 'approval',
    'GET /l/{token}': 'letter',
    'POST /l/{token}': 'letter',
    'GET /s/{token}': 'survey',
    'POST /s/{token}': 'survey',
    'GET /d/{token}': 'desk',
    'POST /d/{token}': 'desk',
    'GET /c/{token}': 'call',
    'POST /c/{token}': 'call',
    'GET /i/{token}': 'plan',
    'POST /i/{token}': 'plan',
    'GET /x/{token}': 'extension',
    'POST /x/{token}': 'extension',
    'GET /p/{token}': 'proof',
  });
});

test('the access log knows the route and not the path: links are in it', () => {
  const format = stage?.AccessLogSettings.Format;
  expect(format).toContain('$context.routeKey');
  expect(format).not.toMatch(/\$context\.(path|http\.path|protocol|queryString|customDomain)|\$request|querystring/i);
});

test('requests are throttled, and functions get payload format 2.0', () => {
  expect(stage?.StageName).toBe('$default');
  expect(stage?.DefaultRouteSettings.ThrottlingRateLimit).toBeGreaterThan(0);
  expect(stage?.DefaultRouteSettings.ThrottlingBurstLimit).toBeGreaterThan(0);
  for (const { Properties } of Object.values(integrations)) expect(Properties.PayloadFormatVersion).toBe('2.0');
});

test('a function is answered for before the API gives up on it', () => {
  for (const { Properties } of Object.values(integrations)) {
    expect(functions[target(Properties.IntegrationUri) ?? '']?.Properties.Timeout).toBeLessThan(30);
  }
});
