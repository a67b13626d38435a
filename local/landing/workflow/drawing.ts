import { html, raw } from 'hono/html';
import type { Html } from '../../../functions/pages/views/layout.ts';
import type { Graph } from './graph.ts';
import { type Box, type Drawing, type Line, layout, type Point } from './layout.ts';
import { type Place, wayName } from './place.ts';

const MARGIN = 14;
const LETTERS_A_LINE = 20;

/** The state machine as a picture: where the ticket was, where it is, and where it can still go. */
export function drawWorkflow(graph: Graph, place: Place): Html {
  const drawing = layout(graph);
  const [width, height] = [drawing.width + 2 * MARGIN, drawing.height + 2 * MARGIN];
  return html`<svg class="workflow" viewBox="${-MARGIN} ${-MARGIN} ${round(width)} ${round(height)}" role="img" aria-label="${told(place)}">
<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" orient="auto-start-reverse"><path d="M0 .5 7.5 4 0 7.5z"/></marker></defs>
${inner(drawing, place)}
</svg>`;
}

function inner({ boxes, lines }: Drawing, place: Place): Html {
  // Lines of the way taken are drawn last, over the others.
  const drawn = lines.toSorted((a, b) => Number(isTaken(a, place)) - Number(isTaken(b, place)));
  return html`${drawn.map((line) => lineOf(line, place))}${boxes.map((box) => boxOf(box, place))}${lines.map(labelOf)}`;
}

const told = ({ present, passed }: Place) =>
  present.size > 0
    ? `The workflow. The ticket is at: ${[...present].join(', ')}.`
    : `The workflow. The ticket has passed ${passed.size} states.`;

const isTaken = ({ way: { from, to } }: Line, { taken }: Place) => taken.has(wayName(from, to));

function boxOf(box: Box, place: Place): Html {
  const { state, x, y, width, height, inside } = box;
  const how = place.present.has(state.name) ? 'present' : place.passed.has(state.name) ? 'passed' : 'ahead';
  const kind = state.type.toLowerCase();
  const lines = wrapped(state.name, inside ? 60 : LETTERS_A_LINE + (state.aside ? 3 : 0));
  const middle = inside ? 19 : height / 2;
  const text = lines.map(
    (line, i) =>
      html`<text x="${round(width / 2)}" y="${round(middle + (i - (lines.length - 1) / 2) * 14)}">${line}</text>`,
  );
  return html`<g class="state ${how} ${kind}${state.aside ? ' aside' : ''}" transform="translate(${round(x)} ${round(y)})"><rect width="${round(width)}" height="${round(height)}" rx="${kind === 'choice' || kind === 'wait' ? round(height / 2) : 8}"/>${text}${inside && inner(inside, place)}</g>`;
}

function lineOf(line: Line, place: Place): Html {
  const taken = isTaken(line, place) ? ' taken' : '';
  return html`<path class="way ${line.way.kind}${taken}" d="${path(line.points)}" marker-end="url(#tip)"/>`;
}

const labelOf = ({ way, label }: Line): Html | undefined =>
  label && html`<text class="label" x="${round(label.x)}" y="${round(label.y)}">${way.label}</text>`;

/** Down the page in soft bends; a line that leaves to the side turns its corners round. */
function path(points: readonly Point[]): string {
  const [first, ...others] = points as [Point, ...Point[]];
  let [before, drawn] = [first, `M${at(first)}`];
  for (const point of others) {
    const half = (before.y + point.y) / 2;
    const isStraight = before.x === point.x || before.y === point.y || point.y < before.y;
    drawn += isStraight
      ? `L${at(point)}`
      : `C${at({ x: before.x, y: half })} ${at({ x: point.x, y: half })} ${at(point)}`;
    before = point;
  }
  return drawn;
}

function wrapped(name: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && `${line} ${word}`.length <= letters) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const at = ({ x, y }: Point) => `${round(x)} ${round(y)}`;
const round = (value: number) => Math.round(value * 10) / 10;

/** Drawn with the page's own colours, so that it follows light and dark. */
export const WORKFLOW_STYLE = raw(`
.workflow{display:block;width:100%;height:auto;font-size:12.5px}
.workflow rect{fill:var(--paper);stroke:var(--line);stroke-width:1.5}
.workflow text{fill:var(--soft);text-anchor:middle;dominant-baseline:central}
.workflow .map>rect{fill:var(--ground);stroke-dasharray:none}
.workflow .choice>rect{stroke-dasharray:none}
.workflow .aside>rect{stroke-dasharray:4 3}
.workflow .map .aside>text{font-size:11.5px}
.workflow .passed>rect{fill:var(--tint);stroke:var(--accent)}
.workflow .passed>text{fill:var(--ink)}
.workflow .present>rect{fill:var(--accent);stroke:var(--accent)}
.workflow .present>text{fill:var(--on-accent);font-weight:650}
.workflow .map.present>rect{fill:var(--tint);stroke-width:2.5}
.workflow .map.present>text{fill:var(--ink)}
.workflow .fail.passed>rect{fill:var(--bad-tint);stroke:var(--bad)}
.workflow .way{fill:none;stroke:var(--line);stroke-width:1.5}
.workflow .way.error{stroke-dasharray:4 3}
.workflow .way.taken{stroke:var(--accent);stroke-width:2}
.workflow .label{font-size:11px;paint-order:stroke;stroke:var(--paper);stroke-width:5px;stroke-linejoin:round}
.workflow marker path{fill:context-stroke}
`);
