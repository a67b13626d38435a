import { InvokeCommand } from '@aws-sdk/client-lambda';
import { expect, test } from 'vitest';
import { httpApi } from './parts.ts';
import { clients, cloudOf, recorded, recorder } from './running.ts';

/** Sends what it is told to the cloud, and gives the answer as it was; with `offline`, over an agent that has no network. */
const CALLER = `
  import http from 'node:http';
  const offline = new http.Agent();
  offline.createConnection = () => { throw new Error('no socket may be opened'); };
  export const handler = (event) => new Promise((resolve, reject) => {
    const { hostname: host, port } = new URL(event.url);
    const options = { host, port, method: event.method, path: '/orders/1?x=%20', headers: { 'X-Mixed-Case': ['a', 'b'] } };
    const request = http.request({ ...options, agent: event.offline && offline }, async (response) => {
      const chunks = [];
      for await (const chunk of response) chunks.push(chunk);
      const { statusCode, headers: { connection, 'keep-alive': _, 'apigw-requestid': id, ...headers } } = response;
      resolve({ statusCode, headers, identified: Boolean(id), body: Buffer.concat(chunks).toString() });
    });
    request.on('error', reject);
    request.end(event.method === 'POST' ? 'é' : undefined);
  });`;
const echo = recorder(
  'false',
  '{ statusCode: 201, headers: { "X-Who": "é".length }, cookies: ["a=1", "b=2"], body: "çà" }',
);

async function callers() {
  const parts = { functions: { Caller: CALLER, Echo: echo }, resources: httpApi({ 'ANY /orders/{id}': 'Echo' }) };
  const cloud = await cloudOf(parts);
  const call = async (url: string, method: string, offline = false) => {
    const Payload = JSON.stringify({ url, method, offline });
    const { Payload: answer } = await clients(cloud).lambda.send(
      new InvokeCommand({ FunctionName: 'Test-Caller', Payload }),
    );
    return JSON.parse(Buffer.from(answer ?? []).toString());
  };
  return { cloud, call };
}

test('a function reaches its cloud without a socket', async () => {
  const { cloud, call } = await callers();
  expect(await call(cloud.url, 'POST', true)).toMatchObject({ statusCode: 201, body: 'çà' });
});

test.for(['GET', 'POST', 'HEAD'])('a %s is told and answered as it is over a socket', async (method) => {
  const { cloud, call } = await callers();
  const direct = await call(cloud.url, method);
  const overSocket = await call(cloud.url.replace('127.0.0.1', 'localhost'), method);
  expect(direct).toEqual(overSocket);
  const [first, second] = recorded(cloud, 'Echo');
  // What a client adds for a socket; only a call without one says which invocation it comes from.
  const { host, connection, 'content-length': length, 'transfer-encoding': encoding, ...headers } = second.headers;
  const { http } = second.requestContext;
  headers['x-embedded-cloud-invocation'] = expect.any(String);
  expect(first).toEqual({ ...second, headers, requestContext: expect.objectContaining({ http }) });
});
