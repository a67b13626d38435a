import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shortened } from '../../local/demo/story/teller.ts';
import { cell, plain, plainJson } from '../../scripts/plain-output.ts';
import type { Change } from '../../scripts/replay/changes.ts';
import { asText } from '../../scripts/replay/report.ts';
import { type PlayedDesk, playedDesk } from '../paths/played-desk.ts';

/** What would begin a line of its own, colour it, hide it, or close the JSON it stands in. */
const FORGED = '{"level":"INFO","message":"a post was received","forged":true}';
const HOSTILE = [
  `a\n${FORGED}`,
  `a\r\n${FORGED}\r\n`,
  `a"},${FORGED},{"b":"`,
  '\u001b[2J\u001b[31mall is well\u001b[0m',
  '\u009b2K\u202eback to front\u2066',
  `a\u2028${FORGED}\u2029`,
  '=HYPERLINK("http://evil.example","open")',
  "@SUM(1+1)*cmd|' /C calc'!A0",
];
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is control characters that are looked for
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
});
afterAll(() => desk.cloud.close());

let references = 0;
const everywhere = (text: string) => ({
  ...{ version: 1, channel: 'app', channelReference: `${text} ${++references}`, narrative: text, demands: [text] },
  ...{ place: text, product: text, merchant: text, complainedAbout: text },
  complainant: { name: text, phone: text, email: text },
});

test('whatever somebody writes, a line of a log is one line, and one object of its own', async () => {
  const { cloud, channel } = desk;
  for (const text of HOSTILE) {
    await channel.post('app', JSON.stringify(everywhere(text)));
    await channel.post('app', JSON.stringify({ ...everywhere(text), kind: text, [text]: text }));
    await desk.putEvent('channel.app', 'ComplaintPosted', { ...everywhere(text), [text]: text });
    await desk.putEvent('core-banking', 'CommandFailed', { ticket: text, command: text, reason: text });
    await fetch(`${cloud.url}/w/${encodeURIComponent(text)}?lang=${encodeURIComponent(text)}`, {
      headers: { 'user-agent': 'x', referer: `http://a.example/${encodeURIComponent(text)}` },
    });
    const headers = { 'x-channel': encodeURIComponent(text), 'content-type': text.replace(/[^ -~]/g, '') };
    await fetch(`${cloud.url}/complaints`, { method: 'POST', headers, body: text });
  }
  await cloud.settle();
  const lines = [...[...cloud.logs].flatMap(([, of]) => of), ...cloud.accessLog];
  expect(lines.length).toBeGreaterThan(HOSTILE.length * 4);
  for (const line of lines) {
    expect(line).not.toMatch(OBEYED);
    expect(line.trim()).not.toMatch(/[\n\u2028\u2029]/);
    expect(JSON.parse(line)).not.toHaveProperty('forged');
  }
});

test('what is printed holds nothing that a terminal obeys, and stays what it was', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab=\n\t\u001b[\u009b\u202e\u0007\u007f\u0000') });
  fc.assert(
    fc.property(text, (written) => {
      expect(plain(written)).not.toMatch(OBEYED);
      expect(JSON.parse(plainJson({ written }))).toEqual({ written });
      expect(plainJson({ written })).not.toMatch(OBEYED);
      expect(shortened(written)).not.toMatch(OBEYED);
    }),
  );
  expect(plain('诉求：退款\n\t¥1')).toBe('诉求：退款\n\t¥1');
});

test.for(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1'])('%j begins no cell as a formula', (text) => {
  expect(cell(text)).toBe(`'${text}`);
});

test.for(HOSTILE)('a replay prints the reference %j as a text', (reference) => {
  const change = { reference, field: 'lane', was: 'standard', is: 'urgent', because: {} } as unknown as Change;
  const report = asText({ input: 'x', rules: 'a', against: 'b', posts: 1, tickets: 1, changes: [[change]] });
  expect(plain(report)).not.toMatch(OBEYED);
  expect(report).not.toMatch(/^\s*[=+@]/);
});
