import { type ClientRequest, type IncomingMessage, type RequestOptions, STATUS_CODES } from 'node:http';
import { Readable, Writable } from 'node:stream';
import { type Answer, type HttpResponse, headersOf, requestOf } from './protocol/http-message.ts';

/** A request that never sees a socket: what a client writes is answered in this process, in the same bytes. */
export function requestInProcess(
  options: RequestOptions,
  answer: Answer,
  onResponse?: (response: IncomingMessage) => void,
): ClientRequest {
  const method = options.method ?? 'GET';
  const headers = headersOf(options.headers ?? {});
  const written: Buffer[] = [];
  const respond = async () => {
    const answered = await answer(requestOf(method, options.path ?? '/', headers, written));
    request.emit('response', responseOf(answered, method));
  };
  const request = new Writable({
    write(chunk, _encoding, done) {
      written.push(chunk);
      done();
    },
    final(done) {
      done();
      respond().catch((error: Error) => request.emit('error', error));
    },
  });
  if (onResponse) request.once('response', onResponse);
  if (headers.expect === '100-continue') process.nextTick(() => request.emit('continue'));
  return request as unknown as ClientRequest;
}

function responseOf({ status, headers = {}, body = '' }: HttpResponse, method: string) {
  const content = method === 'HEAD' ? '' : body;
  const length = method === 'HEAD' ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  const response = new Readable({ read() {} });
  if (content.length) response.push(content);
  response.push(null);
  return Object.assign(response, {
    statusCode: status,
    statusMessage: STATUS_CODES[status] ?? '',
    headers: { ...length, ...Object.fromEntries(named) },
  });
}
