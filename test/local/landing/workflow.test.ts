import { readFileSync } from 'node:fs';
import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { expect, test } from 'vitest';
import { allStates, graphOf } from '../../../local/landing/workflow/graph.ts';
import { type Box, layout } from '../../../local/landing/workflow/layout.ts';
import { placeFromLog, placeIn, wayName } from '../../../local/landing/workflow/place.ts';

const definition = JSON.parse(readFileSync(new URL('../../../infra/complaint.asl.json', import.meta.url), 'utf8'));
const graph = graphOf(definition);
const { boxes, lines, width, height } = layout(graph);

test('every state of the definition is drawn once, those inside a Map too', () => {
  const names = allStates(graph).map(({ name }) => name);
  const drawn = boxes.flatMap(({ state, inside }) => [state, ...(inside?.boxes ?? []).map((box) => box.state)]);
  expect(drawn.map(({ name }) => name).sort()).toEqual(names.sort());
  expect(names).toContain('A manager decides');
});

test('no two boxes overlap, and none stands outside the picture', () => {
  const overlaps = (a: Box, b: Box) =>
    a !== b && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
  for (const box of boxes) {
    expect(boxes.filter((other) => overlaps(box, other)).map(({ state }) => state.name)).toEqual([]);
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
  }
});

test('every way of the graph has its line, and a choice says what it chooses by', () => {
  const inOrder = (ways: readonly object[]) => ways.map((way) => JSON.stringify(way)).sort();
  expect(inOrder(lines.map(({ way }) => way))).toEqual(inOrder(graph.ways));
  expect(lines.map(({ way }) => way.label)).toEqual(
    expect.arrayContaining(['urgent', 'standard', 'otherwise', 'Returned']),
  );
});

test('a fault that every state hands to one place is not drawn as a line from each', () => {
  expect(graph.ways.filter(({ to }) => to === 'Hand to a person')).toEqual([]);
});

const entered = (id: number, previousEventId: number, name: string): HistoryEvent => ({
  ...{ id, previousEventId, timestamp: new Date(0), type: 'TaskStateEntered' },
  stateEnteredEventDetails: { name },
});
const exited = (id: number, previousEventId: number, name: string): HistoryEvent => ({
  ...{ id, previousEventId, timestamp: new Date(0), type: 'TaskStateExited' },
  stateExitedEventDetails: { name },
});

test('a ticket is where its running execution entered and has not left; it took the ways between', () => {
  const history = [entered(2, 0, 'Acknowledge'), exited(3, 2, 'Acknowledge'), entered(4, 3, 'Triage')];
  expect(placeIn(history, true)).toEqual({
    present: new Set(['Triage']),
    passed: new Set(['Acknowledge']),
    taken: new Set([wayName('Acknowledge', 'Triage')]),
  });
  expect(placeIn(history, false).present.size).toBe(0);
});

test('without a history the log tells what was passed, except where two states share a function', () => {
  const { passed } = placeFromLog(graph, ['triage', 'prepare-reply', 'complainant']);
  expect([...passed]).toEqual(['Triage']);
});
