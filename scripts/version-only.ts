import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

/** Each SDK client carries its whole package.json, two kilobytes, and reads nothing but its version for the user agent. */
export const versionOnly: Plugin = {
  name: 'version-only',
  setup: ({ onLoad }) => {
    onLoad({ filter: /@aws-sdk\/client-[\w-]+\/package\.json$/ }, ({ path }) => {
      const { version } = JSON.parse(readFileSync(path, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};
