// One init in a process of its own: node init.cjs BUNDLE. Prints the milliseconds that the thread worked:
// loading waits for nobody, so on an idle machine that is what the clock shows, and on a busy one it still is.
// The runtime has these by the time it loads a handler.
for (const builtin of ['http', 'fs', 'path', 'util', 'events', 'stream', 'async_hooks', 'url', 'crypto'])
  require(`node:${builtin}`);

const before = process.threadCpuUsage();
const { handler } = require(process.argv[2]);
const { user, system } = process.threadCpuUsage(before);
if (typeof handler !== 'function') throw new Error(`${process.argv[2]} exports no handler`);
process.stdout.write(String((user + system) / 1000), () => process.exit(0));
