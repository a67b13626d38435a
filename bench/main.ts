import { readdirSync } from 'node:fs';

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'main.ts')
  .map((file) => file.slice(0, -3));
const usage = `npm run bench -- <name> [arguments]\n\nnames: ${names.join(', ')}\n`;

const [name, ...args] = process.argv.slice(2);
if (name === undefined || name === '--help') {
  process.stdout.write(usage);
} else if (names.includes(name)) {
  const bench: { run(args: readonly string[]): void | Promise<void> } = await import(`./${name}.ts`);
  await bench.run(args);
} else {
  process.stderr.write(`no bench is called ${name}\n\n${usage}`);
  process.exitCode = 2;
}
