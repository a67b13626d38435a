import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { HttpResponse } from '../../../local/protocol/http-message.ts';
import type { Sent } from './embedded-tables.ts';

/** An answer that never came: the SDK asks again, as it does over a network. */
export const unanswered = () => Object.assign(new Error('no answer came in time'), { name: 'TimeoutError' });

const ATTEMPTS = 3;

/** As often as the SDK does, and without its pauses. */
const retryStrategy = {
  mode: 'standard',
  acquireInitialRetryToken: async () => token(0),
  async refreshRetryTokenForRetry({ getRetryCount }: ReturnType<typeof token>, { error }: { error?: Error }) {
    if (getRetryCount() + 1 >= ATTEMPTS || error?.name !== 'TimeoutError') throw error;
    return token(getRetryCount() + 1);
  },
  recordSuccess() {},
};
const token = (count: number) => ({ getRetryCount: () => count, getRetryDelay: () => 0 });

/** A real client, all of it, but for the socket. */
export const sentBy = (send: (sent: Sent) => Promise<HttpResponse>): DynamoDBDocumentClient => {
  const requestHandler = {
    metadata: { handlerProtocol: 'http/1.1' },
    async handle(sent: Sent) {
      const { status, headers, body = '' } = await send(sent);
      return { response: { statusCode: status, headers: { ...headers }, body: Buffer.from(body) } };
    },
  };
  const client = new DynamoDBClient({
    region: 'local',
    endpoint: 'http://localhost',
    credentials: { accessKeyId: 'sample', secretAccessKey: 'sample' },
    requestHandler: requestHandler as never,
    retryStrategy: retryStrategy as never,
    signer: { sign: async (request: unknown) => request } as never,
  });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
};
