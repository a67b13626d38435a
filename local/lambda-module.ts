import type { AsyncLocalStorage } from 'node:async_hooks';
import { Console } from 'node:console';
import { existsSync, readFileSync } from 'node:fs';
import http, { type ClientRequest, type RequestOptions } from 'node:http';
import https from 'node:https';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { compileFunction } from 'node:vm';

export const INVOCATION_HEADER = 'x-embedded-cloud-invocation';

export type Handler = (event: unknown, context: object) => unknown;

type Surroundings = Readonly<{
  environment: Readonly<Record<string, string>>;
  Date: DateConstructor;
  invocation: AsyncLocalStorage<Readonly<{ id: string }>>;
  log(line: string): void;
}>;

/** A deployed bundle, run in this process with its own `process`, `console`, `Date` and a watched `node:http`. */
export function loadHandler(directory: string, handler: string, surroundings: Surroundings): Handler {
  const [file = 'index', exported = 'handler'] = handler.split('.');
  const path = ['.js', '.cjs']
    .map((extension) => join(directory, file + extension))
    .find((candidate) => existsSync(candidate));
  if (!path) throw new Error(`no ${file}.js or ${file}.cjs in ${directory}`);

  const process = processOf(surroundings);
  const module = { exports: {} as Record<string, unknown> };
  const inner = '(function (exports, require, module, __filename, __dirname) {';
  // The inner function lets a bundle declare names such as `process` itself; one line, so that line numbers stay true.
  const run = compileFunction(`return ${inner}${readFileSync(path, 'utf8')}\n})`, ['process', 'console', 'Date'], {
    filename: path,
  });
  run(process, consoleOf(process), surroundings.Date)(
    module.exports,
    requireOf(path, process, surroundings),
    module,
    path,
    dirname(path),
  );

  const found = module.exports[exported];
  if (typeof found !== 'function') throw new Error(`${path} exports no function ${exported}`);
  return found as Handler;
}

function processOf({ environment, log }: Surroundings): NodeJS.Process {
  const lines = () =>
    new Writable({
      decodeStrings: false,
      write(chunk, _encoding, done) {
        for (const line of String(chunk).split('\n')) if (line) log(line);
        done();
      },
    });
  return Object.create(process, {
    env: { value: { ...environment } },
    stdout: { value: lines() },
    stderr: { value: lines() },
  });
}

const consoleOf = ({ stdout, stderr }: NodeJS.Process) => new Console({ stdout, stderr });

function requireOf(path: string, process: NodeJS.Process, { invocation }: Surroundings) {
  const plain = createRequire(path);
  const watched = new Map<string, unknown>([
    ['http', withInvocation(http, invocation)],
    ['https', withInvocation(https, invocation)],
    ['process', process],
  ]);
  return (id: string) => watched.get(id.replace(/^node:/, '')) ?? plain(id);
}

/** Each request made while an invocation runs says which one, so that its costs can be told apart. */
function withInvocation(protocol: typeof http | typeof https, invocation: Surroundings['invocation']) {
  const request = (options: RequestOptions, ...rest: unknown[]): ClientRequest => {
    const id = invocation.getStore()?.id;
    const marked = id && !(options instanceof URL) && typeof options === 'object';
    const sent = marked ? { ...options, headers: { ...options.headers, [INVOCATION_HEADER]: id } } : options;
    return protocol.request(sent, ...(rest as [() => void]));
  };
  // Descriptors, not a spread: reading every export would load what node keeps lazy, and bundles copy own properties only.
  const descriptors = { ...Object.getOwnPropertyDescriptors(protocol), request: { value: request, enumerable: true } };
  return Object.defineProperties({}, descriptors);
}
