import type { Said, Year } from './desks.ts';
import { oneYear } from './one-year.ts';

const tell = (said: Said) => new Promise((resolve) => process.send?.(said, resolve));

const found = await oneYear(JSON.parse(process.argv[2] ?? '{}') as Year, (line) => void tell({ line }));
await tell({ found });
process.exit();
