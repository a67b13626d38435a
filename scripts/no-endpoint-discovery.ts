import type { Plugin } from 'esbuild';

/**
 * The client of DynamoDB brings a cache of endpoints that it would ask for, if it were told to: five kilobytes of every
 * bundle for what no function here does. A plain map stands in its place.
 */
export const noEndpointDiscovery: Plugin = {
  name: 'no-endpoint-discovery',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^mnemonist\/lru-cache$/ }, ({ path }) => ({ path, namespace: 'no-endpoint-discovery' }));
    onLoad({ filter: /.*/, namespace: 'no-endpoint-discovery' }, () => ({
      contents: 'export default class extends Map { constructor() { super(); } peek(key) { return this.get(key); } }',
    }));
  },
};
