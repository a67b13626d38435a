import { createHash } from 'node:crypto';

/** Draws that depend on the seed and on what is drawn for, never on the order of drawing: two runs draw alike. */
export const chance = (seed: number) => {
  /** From 0 to just below 1. */
  const draw = (what: string): number =>
    createHash('sha256').update(`${seed}/${what}`).digest().readUInt32BE(0) / 2 ** 32;

  return {
    draw,
    between: (what: string, low: number, high: number): number => low + Math.floor(draw(what) * (high - low + 1)),
    one: <T>(what: string, choices: readonly [T, ...T[]]): T =>
      choices[Math.floor(draw(what) * choices.length)] ?? choices[0],
    happens: (what: string, share: number): boolean => draw(what) < share,
  };
};
export type Chance = ReturnType<typeof chance>;
