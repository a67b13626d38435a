import { html, raw } from 'hono/html';
import { said } from '../../../functions/pages/views/facts.ts';
import type { Html } from '../../../functions/pages/views/layout.ts';
import type { Teller } from '../../demo/story/teller.ts';
import type { Parts, Told } from '../whole-tables.ts';
import { shortTime } from './time.ts';

/** The texts of a case file in the order in which the log names them, each under who decided what with it. */
export function caseParts(parts: Parts, ticket: Told, teller: Teller, zone: string): Html[] {
  const texts = Object.entries(parts).filter(([part]) => part !== 'complaint');
  const named = texts.map(([part, content]) => ({ part, content, ...namedBy(part.replace('text#', ''), ticket) }));
  return named
    .sort((a, b) => a.seq - b.seq)
    .map(({ part, content, by, at, type }) => {
      const who = by && html`<span class="soft">${teller.name(by)}, ${shortTime(at, zone)}</span>`;
      const title = type ? inWords(type) : 'A text that no decision names';
      return html`<details id="${part.slice(0, 24)}"><summary><span>${title} ${who}</span></summary>${tree(content)}</details>`;
    });
}

type Naming = Readonly<{ seq: number; by: string; at: string; type: string }>;

function namedBy(digest: string, { decisions }: Told): Naming {
  for (const [seq, { by, at, events }] of decisions.entries()) {
    const event = events.find((one) => Object.values(one).includes(digest));
    if (event) return { seq, by, at, type: event.type };
  }
  return { seq: decisions.length, by: '', at: '', type: '' };
}

/** `FindingsFiled` is `Findings filed`. */
const inWords = (type: string) => type.replaceAll(/(?<!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** Any content, as nested lists of names and values. */
function tree(value: unknown): Html {
  if (Array.isArray(value)) return html`<ol>${value.map((item) => html`<li>${tree(item)}</li>`)}</ol>`;
  if (value && typeof value === 'object') {
    const members = Object.entries(value).map(([name, member]) => html`<dt>${name}</dt><dd>${tree(member)}</dd>`);
    return html`<dl class="facts">${members}</dl>`;
  }
  return typeof value === 'string' ? said(value) : html`${raw(String(value))}`;
}
