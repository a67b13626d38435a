import { expect, test } from 'vitest';
import { httpApi } from './parts.ts';
import { cloudOf, recorded, recorder } from './running.ts';

const echo = recorder(
  'false',
  '{ statusCode: 201, headers: { "X-Who": event.routeKey }, cookies: ["a=1", "b=2"], body: "done" }',
);

test('a request is told in format 2.0, and the answer is its response', async () => {
  const cloud = await cloudOf({ functions: { Echo: echo }, resources: httpApi({ 'POST /orders/{id}': 'Echo' }) });
  const response = await fetch(`${cloud.url}/orders/a%2Fb?x=1&x=2&y=%20`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Cookie: 'c=3; d=4', 'X-Mixed-Case': 'Yes' },
    body: '{"q":"é"}',
  });
  expect([
    response.status,
    response.headers.get('x-who'),
    response.headers.getSetCookie(),
    await response.text(),
  ]).toEqual([201, 'POST /orders/{id}', ['a=1', 'b=2'], 'done']);
  expect(recorded(cloud, 'Echo')).toMatchObject([
    {
      version: '2.0',
      routeKey: 'POST /orders/{id}',
      rawPath: '/orders/a%2Fb',
      rawQueryString: 'x=1&x=2&y=%20',
      queryStringParameters: { x: '1,2', y: ' ' },
      pathParameters: { id: 'a/b' },
      cookies: ['c=3', 'd=4'],
      headers: { 'content-type': 'application/json', 'x-mixed-case': 'Yes' },
      requestContext: {
        http: { method: 'POST', path: '/orders/a%2Fb' },
        stage: '$default',
        time: '01/Mar/2026:00:00:00 +0000',
        timeEpoch: cloud.now().getTime(),
      },
      body: '{"q":"é"}',
      isBase64Encoded: false,
    },
  ]);
});

test('a form and bytes come in base64, as they do from API Gateway', async () => {
  const cloud = await cloudOf({ functions: { Echo: echo }, resources: httpApi({ 'ANY /form': 'Echo' }) });
  await fetch(`${cloud.url}/form`, { method: 'POST', body: new URLSearchParams({ a: '1 2' }) });
  await fetch(`${cloud.url}/form`, { method: 'PUT', body: Buffer.from([0, 255]) });
  expect(
    recorded(cloud, 'Echo').map(({ body, isBase64Encoded }) => [isBase64Encoded, Buffer.from(body, 'base64')]),
  ).toEqual([
    [true, Buffer.from('a=1+2')],
    [true, Buffer.from([0, 255])],
  ]);
});

test('the most particular route answers: a word before a parameter before the rest, a method before ANY', async () => {
  const says = (word: string) => `export const handler = async () => ({ statusCode: 200, body: '${word}' });`;
  const cloud = await cloudOf({
    functions: { Rest: says('rest'), One: says('one'), Word: says('word'), Any: says('any'), Default: says('default') },
    resources: httpApi({
      $default: 'Default',
      'GET /a/{rest+}': 'Rest',
      'GET /a/{one}': 'One',
      'ANY /a/word': 'Any',
      'GET /a/word': 'Word',
    }),
  });
  const get = async (path: string, method = 'GET') => (await fetch(cloud.url + path, { method })).text();
  expect([
    await get('/a/word'),
    await get('/a/x'),
    await get('/a/x/y'),
    await get('/a/word', 'PUT'),
    await get('/z'),
  ]).toEqual(['word', 'one', 'rest', 'any', 'default']);
});

test('a result without a status is the body of a 200; bytes go out as bytes', async () => {
  const bytes = "export const handler = async () => ({ statusCode: 200, isBase64Encoded: true, body: 'AP8=' });";
  const cloud = await cloudOf({
    functions: { Plain: recorder('false', '{ ok: true }'), Bytes: bytes },
    resources: httpApi({ 'GET /plain': 'Plain', 'GET /bytes': 'Bytes' }),
  });
  expect(await (await fetch(`${cloud.url}/plain`)).json()).toEqual({ ok: true });
  expect(Buffer.from(await (await fetch(`${cloud.url}/bytes`)).arrayBuffer())).toEqual(Buffer.from([0, 255]));
});

test('a function that throws is a 500, a path nobody has a 404, too much a 413; the access log has routes, not paths', async () => {
  const cloud = await cloudOf({
    functions: { Fail: recorder('true') },
    resources: httpApi({ 'POST /fail/{id}': 'Fail' }, '{"route":"$context.routeKey","status":"$context.status"}'),
  });
  const post = async (path: string, body = '') => {
    const response = await fetch(cloud.url + path, { method: 'POST', body });
    return [response.status, await response.json()];
  };
  expect(await post('/fail/1')).toEqual([500, { message: 'Internal Server Error' }]);
  expect(await post('/other')).toEqual([404, { message: 'Not Found' }]);
  expect(await post('/fail/1', 'x'.repeat(10 * 1024 * 1024 + 1))).toEqual([
    413,
    { message: 'Request Entity Too Large' },
  ]);
  expect(cloud.accessLog.map((line) => JSON.parse(line))).toEqual([
    { route: 'POST /fail/{id}', status: '500' },
    { route: '-', status: '404' },
    { route: '-', status: '413' },
  ]);
});
