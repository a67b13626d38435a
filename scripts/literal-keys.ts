import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

const SCHEMAS = /@aws-sdk[/\\]client-\w+[/\\]dist-es[/\\]schemas[/\\]\w+\.js$/;

/**
 * The SDK describes every call of a REST service in one file, under keys such as `[_h]`, and esbuild must take a computed
 * key for a side effect: it keeps all of them. With the key written out, it leaves out the calls that nobody makes.
 */
export const literalKeys: Plugin = {
  name: 'literal-keys',
  setup({ onLoad }) {
    onLoad({ filter: SCHEMAS }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const names = new Map(
        [...source.matchAll(/^const (_\w+) = ("[^"]*");$/gm)].map(([, name, text]) => [name, text]),
      );
      const contents = source.replace(/\[(_\w+)\]:/g, (key, name) => (names.has(name) ? `${names.get(name)}:` : key));
      return { contents, loader: 'js' };
    });
  },
};
