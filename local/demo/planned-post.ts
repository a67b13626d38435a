import type { Systems } from './core-banking.ts';
import type { Behaviour } from './people.ts';

/** One post of a run: when and how it is sent, and how the people and systems around its ticket behave. */
export type PlannedPost = Readonly<{
  at: Date;
  via: 'http' | 'bus';
  /** As it is sent; some are wrong on purpose. */
  body: Readonly<Record<string, unknown>>;
  /** Sent so many times at once. */
  times?: number;
  behaviour?: Behaviour;
  systems?: Systems;
}>;
