import type { Graph, State, Way } from './graph.ts';

export type Point = Readonly<{ x: number; y: number }>;
export type Box = Readonly<{ state: State; x: number; y: number; width: number; height: number; inside?: Drawing }>;
export type Line = Readonly<{ way: Way; points: readonly Point[]; label?: Point }>;
export type Drawing = Readonly<{ width: number; height: number; boxes: readonly Box[]; lines: readonly Line[] }>;

const BOX = { width: 158, height: 42 };
const SMALL = { width: 140, height: 40 };
const GAP = { x: 22, y: 34 };
const PADDING = { side: 12, top: 30, bottom: 12 };
/** Space that a line takes which passes a layer without stopping. */
const LANE = 18;
const LETTER = 6;
const SWEEPS = 24;

type Size = Readonly<{ width: number; height: number }>;
/** A box, or the place where a long line passes a layer. */
type Spot = {
  readonly id: string;
  readonly size: Size;
  readonly state?: State;
  readonly inside?: Drawing;
  centre: number;
};
type Layers = Spot[][];

/**
 * Layers from top to bottom, as the work goes; in each, an order with few crossings; then everything as close to its
 * neighbours as the order allows. What is reached only by a fault stands beside the top.
 */
export function layout(graph: Graph): Drawing {
  const main = graph.states.filter(({ aside }) => !aside);
  const { boxes, lines, width, height } = drawLayers(graph, main);
  const beside = placeBeside(graph, width, boxes);
  const all = [...boxes, ...beside];
  const loose = graph.ways.filter((way) => !lines.some((line) => line.way === way));
  return {
    boxes: all,
    lines: [...lines, ...loose.map((way) => looseLine(way, all))],
    width: Math.max(width, ...beside.map((box) => box.x + box.width)),
    height,
  };
}

/** The inside of a Map: its one way down the middle, and below it, small, what happens when that fails. */
export function insideLayout(graph: Graph): Drawing {
  const main = graph.states.filter(({ aside }) => !aside);
  const asides = graph.states.filter(({ aside }) => aside);
  const rowWidth = asides.length * SMALL.width + Math.max(0, asides.length - 1) * 10;
  const width = Math.max(BOX.width + 30, rowWidth) + 2 * PADDING.side;
  const boxes: Box[] = main.map((state, nth) => ({
    ...{ state, ...BOX, width: BOX.width + 30 },
    x: (width - BOX.width - 30) / 2,
    y: PADDING.top + nth * (BOX.height + GAP.y),
  }));
  const below = PADDING.top + main.length * (BOX.height + GAP.y) - 6;
  const left = (width - rowWidth) / 2;
  boxes.push(...asides.map((state, nth) => ({ state, ...SMALL, x: left + nth * (SMALL.width + 10), y: below })));
  const height = (asides.length > 0 ? below + SMALL.height : below - GAP.y + 6) + PADDING.bottom;
  const drawn = graph.ways.filter(({ from, to }) => from !== to && main.some(({ name }) => name === from));
  return { width, height, boxes, lines: drawn.map((way) => straight(way, boxes)) };
}

function drawLayers(graph: Graph, states: readonly State[]): Drawing {
  const layerOf = longestWay(graph);
  const spots = new Map<string, Spot>();
  const layers: Layers = [];
  const add = (layer: number, spot: Spot) => {
    spots.set(spot.id, spot);
    layers[layer] ??= [];
    layers[layer].push(spot);
  };
  for (const state of states) {
    const inside = state.inner && insideLayout(state.inner);
    add(layerOf(state.name), { id: state.name, state, size: inside ?? BOX, centre: 0, ...(inside && { inside }) });
  }

  const ways = graph.ways.filter(({ from, to }) => spots.has(from) && spots.has(to) && layerOf(from) < layerOf(to));
  const routes = ways.map((way, nth) => {
    const between = Array.from({ length: layerOf(way.to) - layerOf(way.from) - 1 }, (_, i) => {
      // Room for the label, where the lines of one state part.
      const width = i === 0 ? Math.max(LANE, (way.label?.length ?? 0) * LETTER) : LANE;
      const spot: Spot = { id: `${nth}/${i}`, size: { width, height: 0 }, centre: 0 };
      add(layerOf(way.from) + 1 + i, spot);
      return spot;
    });
    const ends = [spots.get(way.from), spots.get(way.to)] as [Spot, Spot];
    return { way, spots: [ends[0], ...between, ends[1]] };
  });

  const neighbours = neighboursOf(routes.map(({ spots: route }) => route));
  order(layers, neighbours);
  centre(layers, neighbours);
  return draw(layers, routes);
}

/** The longest way from the start, so that nothing stands above what it waits for. */
function longestWay({ first, ways }: Graph): (name: string) => number {
  const depth = new Map([[first, 0]]);
  const visit = (name: string, path: readonly string[]) => {
    for (const { from, to, kind, label } of ways) {
      if (from !== name || (kind === 'error' && !label) || path.includes(to)) continue;
      const next = (depth.get(name) ?? 0) + 1;
      if (next <= (depth.get(to) ?? -1)) continue;
      depth.set(to, next);
      visit(to, [...path, to]);
    }
  };
  visit(first, [first]);
  return (name) => depth.get(name) ?? 0;
}

type Neighbours = Readonly<{ above: (spot: Spot) => readonly Spot[]; below: (spot: Spot) => readonly Spot[] }>;

function neighboursOf(routes: readonly (readonly Spot[])[]): Neighbours {
  const above = new Map<Spot, Spot[]>();
  const below = new Map<Spot, Spot[]>();
  const push = (map: Map<Spot, Spot[]>, key: Spot, value: Spot) => map.set(key, [...(map.get(key) ?? []), value]);
  for (const route of routes) {
    for (const [i, spot] of route.entries()) {
      const next = route[i + 1];
      if (!next) continue;
      push(below, spot, next);
      push(above, next, spot);
    }
  }
  return { above: (spot) => above.get(spot) ?? [], below: (spot) => below.get(spot) ?? [] };
}

/** Sorts each layer by where its neighbours stand, down and up again, until few lines cross. */
function order(layers: Layers, { above, below }: Neighbours): void {
  const place = new Map<Spot, number>();
  const remember = (layer: Spot[]) => {
    for (const [i, spot] of layer.entries()) place.set(spot, i / Math.max(1, layer.length - 1));
  };
  for (const layer of layers) remember(layer);
  const mean = (spots: readonly Spot[]) => spots.reduce((sum, spot) => sum + (place.get(spot) ?? 0), 0) / spots.length;
  const sort = (layer: Spot[], near: (spot: Spot) => readonly Spot[]) => {
    const wish = new Map(layer.map((spot) => [spot, near(spot).length ? mean(near(spot)) : (place.get(spot) ?? 0)]));
    layer.sort((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0));
    remember(layer);
  };
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    if (sweep % 2 === 0) for (const layer of layers) sort(layer, above);
    else for (const layer of layers.toReversed()) sort(layer, below);
  }
}

/** Moves every spot towards its neighbours until lines run straight, as far as those beside it in its layer let it. */
function centre(layers: Layers, { above, below }: Neighbours): void {
  for (const layer of layers) {
    spread(
      layer,
      layer.map((_, i) => ({ wish: i * (BOX.width + GAP.x), weight: 1 })),
    );
  }
  for (let sweep = 0; sweep < 20 * SWEEPS; sweep++) {
    for (const layer of sweep % 2 ? layers.toReversed() : layers) {
      spread(
        layer,
        layer.map((spot) => pull(spot, [...above(spot), ...below(spot)])),
      );
    }
  }
}

/**
 * A neighbour that is nearly in line pulls hardest: so most lines end up quite straight and a few bend, where a plain
 * mean would bend all of them a little. Places where a line only passes hold together before all.
 */
function pull(spot: Spot, neighbours: readonly Spot[]): Readonly<{ wish: number; weight: number }> {
  let [sum, weight] = [spot.centre * 0.001, 0.001];
  for (const { centre, state } of neighbours) {
    const strength = (state || spot.state ? 1 : 4) / (Math.abs(centre - spot.centre) + 3);
    sum += strength * centre;
    weight += strength;
  }
  return { wish: sum / weight, weight };
}

/** Puts a layer's spots as near to their wishes as they fit side by side: overlapping neighbours share the way. */
function spread(layer: readonly Spot[], wishes: readonly Readonly<{ wish: number; weight: number }>[]): void {
  const apart = (i: number) => {
    const [left, right] = [layer[i - 1], layer[i]];
    return left && right ? (left.size.width + right.size.width) / 2 + GAP.x : 0;
  };
  const offsets: number[] = [];
  for (const i of layer.keys()) offsets.push((offsets[i - 1] ?? 0) + apart(i));
  // Pools of spots that touch: each stands at the mean of its wishes.
  const pools: { sum: number; weight: number; size: number }[] = [];
  for (const [i, { wish, weight }] of wishes.entries()) {
    pools.push({ sum: weight * (wish - (offsets[i] ?? 0)), weight, size: 1 });
    for (;;) {
      const [before, last] = [pools.at(-2), pools.at(-1)];
      if (!before || !last || before.sum / before.weight <= last.sum / last.weight) break;
      const size = before.size + last.size;
      pools.splice(-2, 2, { sum: before.sum + last.sum, weight: before.weight + last.weight, size });
    }
  }
  let i = 0;
  for (const { sum, weight, size } of pools) {
    for (let nth = 0; nth < size; nth++, i++) {
      const spot = layer[i];
      if (spot) spot.centre = sum / weight + (offsets[i] ?? 0);
    }
  }
}

function draw(layers: Layers, routes: readonly Readonly<{ way: Way; spots: readonly Spot[] }>[]): Drawing {
  const left = Math.min(...layers.flat().map(({ centre, size }) => centre - size.width / 2));
  const right = Math.max(...layers.flat().map(({ centre, size }) => centre + size.width / 2));
  const heights = layers.map((layer) => Math.max(...layer.map(({ size }) => size.height)));
  const tops = heights.map((_, i) => heights.slice(0, i).reduce((sum, height) => sum + height + GAP.y, 0));
  const layerOf = new Map(layers.flatMap((layer, i) => layer.map((spot) => [spot, i] as const)));
  const boxes = layers.flatMap((layer, i) =>
    layer.flatMap(({ state, size, centre, inside }) => {
      const y = (tops[i] ?? 0) + ((heights[i] ?? 0) - size.height) / 2;
      const x = centre - left - size.width / 2;
      return state ? [{ state, x, y, width: size.width, height: size.height, ...(inside && { inside }) }] : [];
    }),
  );
  const boxOf = (spot: Spot | undefined) => boxes.find(({ state }) => state === spot?.state);
  const lines = routes.map(({ way, spots }) => {
    const [from, to] = [boxOf(spots[0]), boxOf(spots.at(-1))] as [Box, Box];
    const passing = spots.slice(1, -1).flatMap((spot) => {
      const layer = layerOf.get(spot) ?? 0;
      const x = spot.centre - left;
      const y = tops[layer] ?? 0;
      return [
        { x, y },
        { x, y: y + (heights[layer] ?? 0) },
      ];
    });
    const points = [
      { x: from.x + from.width / 2, y: from.y + from.height },
      ...passing,
      { x: to.x + to.width / 2, y: to.y },
    ];
    return { way, points, ...(way.label && { label: labelled(points) }) };
  });
  const height = (tops.at(-1) ?? 0) + (heights.at(-1) ?? 0);
  return { width: right - left, height, boxes, lines };
}

/** Near where the line ends its first bend: there lines of one state have parted. */
function labelled(points: readonly Point[]): Point {
  const [from, to] = [points[0], points[1]] as [Point, Point];
  return { x: from.x + (to.x - from.x) * 0.78, y: from.y + (to.y - from.y) * 0.62 };
}

function placeBeside({ states }: Graph, width: number, boxes: readonly Box[]): Box[] {
  const top = boxes.filter(({ y }) => y < 2 * (BOX.height + GAP.y));
  const x = Math.max(...top.map((box) => box.x + box.width), width / 2) + 3 * GAP.x;
  return states.filter(({ aside }) => aside).map((state, nth) => ({ state, ...BOX, x, y: nth * (BOX.height + GAP.y) }));
}

function looseLine(way: Way, boxes: readonly Box[]): Line {
  const find = (name: string) => boxes.find(({ state }) => state.name === name) as Box;
  const [from, to] = [find(way.from), find(way.to)];
  if (from.state.aside && to.state.aside) return straight(way, boxes);
  if (from.state.aside) return { way, points: [leftOf(from), rightOf(to)] };
  // Back up, around the right side of both.
  const out = Math.max(from.x + from.width, to.x + to.width) + GAP.x;
  const points = [rightOf(from), { x: out, y: rightOf(from).y }, { x: out, y: rightOf(to).y }, rightOf(to)];
  return { way, points, ...(way.label && { label: { x: out, y: (rightOf(from).y + rightOf(to).y) / 2 } }) };
}

function straight(way: Way, boxes: readonly Box[]): Line {
  const [from, to] = [way.from, way.to].map((name) => boxes.find(({ state }) => state.name === name)) as [Box, Box];
  const points = [
    { x: from.x + from.width / 2, y: from.y + from.height },
    { x: to.x + to.width / 2, y: to.y },
  ];
  return { way, points };
}

const rightOf = ({ x, y, width, height }: Box): Point => ({ x: x + width, y: y + height / 2 });
const leftOf = ({ x, y, height }: Box): Point => ({ x, y: y + height / 2 });
