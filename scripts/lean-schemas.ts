import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

const SCHEMAS = /@aws-sdk[/\\]client-[\w-]+[/\\]dist-es[/\\]schemas[/\\]\w+\.js$/;

/** What the SDK says of its calls, without the calls that nobody makes and the errors that nobody catches. */
export const leanSchemas: Plugin = {
  name: 'lean-schemas',
  setup({ onLoad }) {
    onLoad({ filter: SCHEMAS }, ({ path }) => {
      const source = literalKeys(readFileSync(path, 'utf8'));
      const errors = readFileSync(join(path, '..', '..', 'models', 'errors.js'), 'utf8');
      return { contents: caughtErrors(source, errors), loader: 'js' };
    });
  },
};

/**
 * The SDK describes every call of a REST service in one file, under keys such as `[_h]`, and esbuild must take a computed
 * key for a side effect: it keeps all of them. With the key written out, it leaves out the calls that nobody makes.
 */
function literalKeys(source: string): string {
  const names = new Map([...source.matchAll(/^const (_\w+) = ("[^"]*");$/gm)].map(([, name, text]) => [name, text]));
  return source.replace(/\[(_\w+)\]:/g, (key, name) => (names.has(name) ? `${names.get(name)}:` : key));
}

/**
 * It registers a class for each error that any call of a service may answer with: up to forty-five kilobytes of a bundle.
 * One whose class nobody imports is thrown as the service's own exception, under the same name, with the same message and
 * fields. One that says of itself that it may be tried again stays, for that is read from its class; and so does one with
 * which SNS refuses a message: on the wire it has another name (`OptedOut`), and tickets tell the one of its description.
 */
function caughtErrors(source: string, errors: string): string {
  const isTriedAgain = (name: string) => new RegExp(`class ${name} (?:(?!\\n})[^])*\\$retryable = `).test(errors);
  return source.replace(/^n0_registry\.registerError\(\w+\$, (\w+)\);$/gm, (line, name) =>
    IMPORTED.has(name) || isTriedAgain(name) || OF_SMS.includes(name) ? line : '',
  );
}

const OF_SMS = ['AuthorizationErrorException', 'OptedOutException', 'ThrottledException'];

const IMPORTED = new Set(
  globSync('functions/**/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/import \{([^}]*)\} from '@aws-sdk/g)].flatMap(([, names = '']) =>
      names.split(',').map((name) => name.trim()),
    ),
  ),
);
