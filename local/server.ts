import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from './activity.ts';
import { answerInProcess } from './invocation-context.ts';
import { type Answer, type HttpResponse, readRequest } from './protocol/http-message.ts';

export type LoopbackServer = Readonly<{ url: string; close(): Promise<void> }>;

/** One port of the loopback, where nobody else reaches it. A request in flight counts as something that runs. */
export async function listen(port: number, activity: Activity, answer: Answer): Promise<LoopbackServer> {
  const answered: Answer = (request) => activity.run(() => answer(request)).catch(fault);
  const server = createServer((message, response) => {
    // Functions live by the cloud's clock and other clients by their own; an SDK that saw another time here would take
    // every refusal for a fault of its clock, and ask again.
    response.sendDate = false;
    const send = ({ status, headers = {}, body }: HttpResponse) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value as string | string[]);
      response.statusCode = status;
      response.end(body);
    };
    activity
      .run(async () => send(await answered(await readRequest(message))))
      .catch((error: Error) => send(fault(error)));
  });
  // Clients keep their connections for the next call; closing an idle one under them would look like a broken network.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  const stopInProcess = answerInProcess(bound, answered);
  return {
    url: `http://127.0.0.1:${bound}`,
    close() {
      stopInProcess();
      return closed(server);
    },
  };
}

/** A fault of the cloud itself: 400 and its story, so that a client stops and shows it instead of trying again. */
const fault = (error: Error): HttpResponse => ({
  status: 400,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: JSON.stringify({ __type: 'EmbeddedCloudFault', message: error.stack }),
});

function closed(server: Server) {
  return new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
