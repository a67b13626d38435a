import type { IncomingMessage } from 'node:http';

export type HttpRequest = Readonly<{
  method: string;
  /** As sent, without the query. */
  path: string;
  query: string;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
}>;

export type HttpResponse = Readonly<{
  status: number;
  headers?: Readonly<Record<string, string | readonly string[]>>;
  body?: string | Buffer;
}>;

export type Answer = (request: HttpRequest) => Promise<HttpResponse>;

export async function readRequest(message: IncomingMessage): Promise<HttpRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const { url = '/', method = 'GET', headers } = message;
  return requestOf(method, url, headersOf(headers), chunks);
}

/** `url`: path and query, as sent. */
export function requestOf(
  method: string,
  url: string,
  headers: HttpRequest['headers'],
  chunks: readonly Buffer[],
): HttpRequest {
  const mark = url.indexOf('?');
  return {
    method,
    path: mark < 0 ? url : url.slice(0, mark),
    query: mark < 0 ? '' : url.slice(mark + 1),
    headers,
    body: chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks),
  };
}

/** Names as HTTP compares them, one value each. */
export function headersOf(given: object): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(given))
    headers[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : String(value);
  return headers;
}
