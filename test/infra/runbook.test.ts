import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { resourcesOf, template } from './template.ts';

const ROOT = new URL('../../', import.meta.url);
const runbook = readFileSync(new URL('docs/runbook.md', ROOT), 'utf8');

test('every alarm has its row, and every row its alarm', () => {
  const alarms = Object.keys(resourcesOf('AWS::CloudWatch::Alarm')).map((id) =>
    id.replace(/^Alarms(\w+)[0-9A-F]{8}$/, '$1'),
  );
  const [section = ''] = /## Alarms\n[\s\S]*?\n## /.exec(runbook) ?? [];
  expect([...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name).sort()).toEqual(alarms.sort());
});

test('every queue of dead letters is told of', () => {
  const [section = ''] = /## Dead letters\n[\s\S]*?\n## /.exec(runbook) ?? [];
  const letters = Object.keys(resourcesOf('AWS::SQS::Queue')).flatMap(
    (id) => /(?:Intake|Metrics)(?:\w+?)??([A-Z]\w*DeadLetters)[0-9A-F]{8}$/.exec(id)?.[1] ?? [],
  );
  expect(letters.length).toBeGreaterThan(4);
  for (const id of letters)
    expect(
      [...section.matchAll(/`(\w+DeadLetters)`/g)].some(([, name = '']) => id.endsWith(name)),
      id,
    ).toBe(true);
});

test('what its commands ask the stack for is there', () => {
  const outputs = [...runbook.matchAll(/[(`]out (\w+)/g)].map(([, name = '']) => name);
  expect(outputs.length).toBeGreaterThan(5);
  expect(outputs.filter((name) => !(name in template.Outputs))).toEqual([]);
  const asked = [...runbook.matchAll(/\bid (\w+) (AWS::\w+::\w+)/g)];
  expect(asked.length).toBeGreaterThan(5);
  for (const [command, prefix = '', type = ''] of asked) {
    const found = Object.keys(resourcesOf(type)).filter((id) => id.startsWith(prefix));
    expect(found.length, command).toBe(prefix === 'IntakeReceive' ? 2 : 1);
  }
});

test('the files and chapters it points to exist', () => {
  const files = [...runbook.matchAll(/(?:`|\()((?:docs|infra|functions|scripts|test)\/[\w./-]+\.\w+)(?:`|\))/g)].map(
    ([, path = '']) => path,
  );
  expect(files.filter((path) => !existsSync(new URL(path, ROOT)))).toEqual([]);
  const chapters = [...runbook.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\w ]/g, '')
      .replaceAll(' ', '-'),
  );
  const links = [...runbook.matchAll(/\(#([\w-]+)\)/g)].map(([, link]) => link);
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((link = '') => !chapters.includes(link))).toEqual([]);
});
