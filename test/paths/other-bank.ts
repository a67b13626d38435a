import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const TODAY = resolve('cdk.out');
const TEMPLATE = 'Redress.template.json';

/** Today's assembly, as a bank of another jurisdiction would deploy it. */
export function otherBank(jurisdiction: string, zone: string): Readonly<{ assembly: string; remove: () => void }> {
  const assembly = mkdtempSync(join(tmpdir(), 'redress-'));
  for (const name of readdirSync(TODAY)) if (name !== TEMPLATE) symlinkSync(join(TODAY, name), join(assembly, name));
  const template = readFileSync(join(TODAY, TEMPLATE), 'utf8')
    .replaceAll(/"JURISDICTION": "\w+"/g, `"JURISDICTION": "${jurisdiction}"`)
    .replaceAll(/"BANK_ZONE": "[\w/]+"/g, `"BANK_ZONE": "${zone}"`);
  writeFileSync(join(assembly, TEMPLATE), template);
  return { assembly, remove: () => rmSync(assembly, { recursive: true }) };
}
