import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smsGateway } from '../../functions/adapters/sms-gateway.ts';
import { type Desk, openDesk, TICKET_KEY as SECRET } from '../../local/demo/desk.ts';

type Heard = { body: string; signature: string | undefined };

let desk: Desk;
let status = 200;
const heard: Heard[] = [];
const gateway = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  heard.push({ body: Buffer.concat(chunks).toString(), signature: String(request.headers['x-signature']) });
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ id: 'G-1' }));
});

beforeAll(async () => {
  desk = await openDesk();
  Object.assign(process.env, desk.cloud.env());
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  gateway.close();
  await desk.cloud.close();
});

const send = () => {
  const arn = desk.cloud.resources.find(
    ({ type, path }) => type === 'AWS::SecretsManager::Secret' && path.includes('TicketKey'),
  )?.arn;
  const url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/send`;
  return smsGateway(url, arn ?? '', 'SampleBank')({ to: '+8613123456789', text: '样例', template: 'reply.zh-Hans.1' });
};

test('a domestic gateway gets the text with its template, signed, and its id is the provider’s', async () => {
  expect(await send()).toBe('G-1');
  const { body, signature } = heard.at(-1) as Heard;
  expect(JSON.parse(body)).toEqual({
    to: '+8613123456789',
    text: '样例',
    template: 'reply.zh-Hans.1',
    sender: 'SampleBank',
  });
  expect(signature).toBe(createHmac('sha256', SECRET).update(body).digest('hex'));
});

test('a gateway that does not take the message is refused by name, so that the next way is tried', async () => {
  status = 503;
  await expect(send()).rejects.toMatchObject({ name: 'GatewayRefused', message: '503' });
});
