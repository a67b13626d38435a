import { globSync, readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

const SCHEMAS = /@aws-sdk[/\\]client-[\w-]+[/\\]dist-es[/\\]schemas[/\\]\w+\.js$/;
const OF_DYNAMODB = /client-dynamodb/;

/** What the SDK says of its calls, without the calls that nobody makes and the errors that nobody catches. */
export const leanSchemas: Plugin = {
  name: 'lean-schemas',
  setup({ onLoad }) {
    onLoad({ filter: SCHEMAS }, ({ path }) => {
      const source = literalKeys(readFileSync(path, 'utf8'));
      return { contents: OF_DYNAMODB.test(path) ? caughtErrors(source) : source, loader: 'js' };
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
 * It registers a class for each error that any call of DynamoDB may answer with: ten kilobytes of every bundle. One whose
 * class nobody imports is thrown as the service's own exception, under the same name.
 */
function caughtErrors(source: string): string {
  return source.replace(/^n0_registry\.registerError\(\w+\$, (\w+)\);$/gm, (line, name) =>
    IMPORTED.has(name) ? line : '',
  );
}

const IMPORTED = new Set(
  globSync('functions/**/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/import \{([^}]*)\} from '@aws-sdk/g)].flatMap(([, names = '']) =>
      names.split(',').map((name) => name.trim()),
    ),
  ),
);
