// One init in a process of its own: node init.cjs BUNDLE. Prints its milliseconds.
// `cpu`: what the thread itself worked; on a busy machine the rest of `wall` is waiting for others.
const { performance } = require('node:perf_hooks');

// The runtime has these by the time it loads a handler.
for (const builtin of ['http', 'fs', 'path', 'util', 'events', 'stream', 'async_hooks', 'url', 'crypto'])
  require(`node:${builtin}`);

const worked = process.threadCpuUsage();
const before = performance.now();
const { handler } = require(process.argv[2]);
const wall = performance.now() - before;
const { user, system } = process.threadCpuUsage(worked);
if (typeof handler !== 'function') throw new Error(`${process.argv[2]} exports no handler`);
process.stdout.write(JSON.stringify({ wall, cpu: (user + system) / 1000 }), () => process.exit(0));
