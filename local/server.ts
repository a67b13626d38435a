import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from './activity.ts';
import { type HttpRequest, type HttpResponse, readRequest } from './protocol/http-message.ts';

export type Answer = (request: HttpRequest) => Promise<HttpResponse>;

export type LoopbackServer = Readonly<{ url: string; close(): Promise<void> }>;

/** One port of the loopback, where nobody else reaches it. A request in flight counts as something that runs. */
export async function listen(port: number, activity: Activity, answer: Answer): Promise<LoopbackServer> {
  const server = createServer((message, response) => {
    // Functions live by the cloud's clock and other clients by their own; an SDK that saw another time here would take
    // every refusal for a fault of its clock, and ask again.
    response.sendDate = false;
    activity
      .run(async () => {
        const { status, headers = {}, body } = await answer(await readRequest(message));
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value as string | string[]);
        response.statusCode = status;
        response.end(body);
      })
      .catch((error: Error) => {
        // A fault of the cloud itself: 400 and its story, so that a client stops and shows it instead of trying again.
        response.statusCode = 400;
        response.setHeader('content-type', 'application/x-amz-json-1.0');
        response.end(JSON.stringify({ __type: 'EmbeddedCloudFault', message: error.stack }));
      });
  });
  // Clients keep their connections for the next call; closing an idle one under them would look like a broken network.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => closed(server) };
}

function closed(server: Server) {
  return new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
