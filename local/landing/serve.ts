import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export type Site = Readonly<{ fetch: (request: Request) => Response | Promise<Response> }>;
export type Served = Readonly<{ url: string; close(): Promise<void> }>;

/** A site on one port of the loopback, for this machine's own browser alone. */
export async function serve(site: Site, port: number): Promise<Served> {
  const server = createServer((message, response) => {
    answer(site, message, response).catch((error: Error) => {
      response.statusCode = 500;
      response.end(`The page itself failed; the desk goes on.\n\n${error.stack}\n`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => closed(server) };
}

async function answer(site: Site, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET', url = '/', headers } = message;
  // A page of the open web could point a name of its own at this port, and read what is told here.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers.host ?? '')) {
    response.statusCode = 421;
    response.end('Ask for 127.0.0.1 or localhost.\n');
    return;
  }
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const request = new Request(new URL(url, `http://${headers.host}`), {
    method,
    headers: Object.entries(headers).flatMap(([name, value]) =>
      [value ?? []].flat().map((one): [string, string] => [name, one]),
    ),
    ...(hasBody && { body: await buffer(message) }),
  });
  const answered = await site.fetch(request);
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  response.end(Buffer.from(await answered.arrayBuffer()));
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
