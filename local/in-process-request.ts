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
  const request = new WholeRequest(async (body) => {
    const answered = await answer(requestOf(method, options.path ?? '/', headers, body));
    request.emit('response', responseOf(answered, method));
  });
  if (onResponse) request.once('response', onResponse);
  if (headers.expect === '100-continue') process.nextTick(() => request.emit('continue'));
  return request as unknown as ClientRequest;
}

/** Most clients write their body with one call, for which the machinery of a stream is not needed. */
class WholeRequest extends Writable {
  readonly #written: Buffer[] = [];
  readonly #respond: (body: readonly Buffer[]) => Promise<void>;

  constructor(respond: (body: readonly Buffer[]) => Promise<void>) {
    super();
    this.#respond = respond;
  }

  override end(chunk?: unknown, ...more: unknown[]): this {
    const isWhole = more.length === 0 && (typeof chunk === 'string' || chunk instanceof Uint8Array);
    if (!isWhole || this.#written.length > 0) return super.end(...([chunk, ...more] as unknown as []));
    this.#answer([Buffer.from(chunk as string)]);
    return this;
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#written.push(chunk);
    done();
  }

  override _final(done: () => void): void {
    done();
    this.#answer(this.#written);
  }

  #answer(body: readonly Buffer[]): void {
    this.#respond(body).catch((error: Error) => this.emit('error', error));
  }
}

function responseOf({ status, headers = {}, body = '' }: HttpResponse, method: string) {
  const length = method === 'HEAD' ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return Object.assign(new WholeResponse(method === 'HEAD' ? '' : body), {
    statusCode: status,
    statusMessage: STATUS_CODES[status] ?? '',
    headers: { ...length, ...Object.fromEntries(named) },
  });
}

/** The SDK collects what it is answered by a pipe, through which a whole body goes at once. */
class WholeResponse extends Readable {
  readonly #body: string | Buffer;

  constructor(body: string | Buffer) {
    super();
    this.#body = body;
  }

  override pipe<T extends NodeJS.WritableStream>(to: T): T {
    if (this.#body.length > 0) to.write(this.#body);
    to.end();
    return to;
  }

  override _read(): void {
    if (this.#body.length > 0) this.push(this.#body);
    this.push(null);
  }
}
