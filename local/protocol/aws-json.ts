import { randomUUID } from 'node:crypto';
import { AwsError } from './aws-error.ts';
import type { HttpRequest, HttpResponse } from './http-message.ts';
import { type Caller, call, type Operations } from './operation.ts';

/** AWS JSON 1.0 and 1.1: the operation is named in X-Amz-Target, input and output are JSON bodies. */
export async function answerJson(
  service: string,
  operations: Operations,
  { headers, body }: HttpRequest,
  caller: Caller,
): Promise<HttpResponse> {
  const contentType = headers['content-type'] ?? 'application/x-amz-json-1.0';
  const target = headers['x-amz-target'] ?? '';
  const name = target.slice(target.lastIndexOf('.') + 1);
  const reply = (status: number, output: unknown): HttpResponse => ({
    status,
    headers: { 'content-type': contentType, 'x-amzn-requestid': randomUUID() },
    body: JSON.stringify(output ?? {}),
  });
  try {
    const input = body.length ? JSON.parse(body.toString()) : {};
    return reply(200, await call(service, operations, name, input, caller));
  } catch (error) {
    if (error instanceof SyntaxError) return reply(400, { __type: 'SerializationException', message: error.message });
    if (!(error instanceof AwsError)) throw error;
    return reply(error.status, { __type: error.code, message: error.message, ...error.fields });
  }
}
