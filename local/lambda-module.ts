import { Console } from 'node:console';
import { existsSync, readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';

export type Handler = (event: unknown, context: object) => unknown;

type Surroundings = Readonly<{
  environment: Readonly<Record<string, string>>;
  Date: DateConstructor;
  log(line: string): void;
}>;

/** A deployed bundle, run in this process with its own `process`, `console` and `Date`. */
export function loadHandler(directory: string, handler: string, surroundings: Surroundings): Handler {
  const [file = 'index', exported = 'handler'] = handler.split('.');
  const path = ['.js', '.cjs']
    .map((extension) => join(directory, file + extension))
    .find((candidate) => existsSync(candidate));
  if (!path) throw new Error(`no ${file}.js or ${file}.cjs in ${directory}`);

  const process = processOf(surroundings);
  const module = { exports: {} as Record<string, unknown> };
  const bundle = compile(path);
  bundle(process, new Console(process), surroundings.Date)(
    module.exports,
    requireOf(path, process),
    module,
    path,
    dirname(path),
  );

  const found = module.exports[exported];
  if (typeof found !== 'function') throw new Error(`${path} exports no function ${exported}`);
  return found as Handler;
}

type Bundle = (process: NodeJS.Process, console: Console, date: DateConstructor) => (...commonJs: unknown[]) => void;
type Compiling = Module & { _compile(source: string, filename: string): void };

const compiled = new Map<string, Bundle>();

/**
 * Compiled once for the process, however many clouds run it. By node's own loader, which `node:vm` is not: a bundle may
 * import dynamically. The inner function lets it declare names such as `process` itself; the brackets tell V8 to
 * compile at once what is about to be called; all on one line, so that line numbers stay true.
 */
function compile(path: string): Bundle {
  const known = compiled.get(path);
  if (known) return known;
  const loader = new Module(path) as Compiling;
  const head =
    'module.exports = (function (process, console, Date) { return (function (exports, require, module, __filename, __dirname) {';
  loader._compile(`${head}${readFileSync(path, 'utf8')}\n}) })`, path);
  compiled.set(path, loader.exports);
  return loader.exports;
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

/** The runtime's modules are the real ones, but for its own `process`. */
function requireOf(path: string, process: NodeJS.Process) {
  const require = createRequire(path);
  return (id: string) => (id === 'process' || id === 'node:process' ? process : require(id));
}
