import { AsyncLocalStorage } from 'node:async_hooks';
import http, { type ClientRequest, type RequestOptions } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';

export type Invocation = Readonly<{ id: string; functionName: string; by: string }>;

/** The invocation that runs, for whatever it calls. */
export const runningInvocation = new AsyncLocalStorage<Invocation>();

export const INVOCATION_HEADER = 'x-embedded-cloud-invocation';

type Request = (options: RequestOptions, ...rest: never[]) => ClientRequest;

/** Each request made while an invocation runs says which one, so that its costs can be told apart. */
const marking =
  (request: Request): Request =>
  (options, ...rest) => {
    const id = runningInvocation.getStore()?.id;
    const isMarked = id && typeof options === 'object' && !(options instanceof URL);
    return request(
      isMarked ? { ...options, headers: { ...options.headers, [INVOCATION_HEADER]: id } } : options,
      ...rest,
    );
  };

let isMarking = false;

/**
 * Changes `http.request` for the whole process: the SDK imports it dynamically, which nothing less reaches from inside
 * a compiled bundle. Outside an invocation it is as it was.
 */
export function markRequests(): void {
  if (isMarking) return;
  isMarking = true;
  http.request = marking(http.request) as typeof http.request;
  syncBuiltinESMExports();
}
