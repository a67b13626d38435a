import type * as fc from 'fast-check';
import type { HttpResponse } from '../../../local/protocol/http-message.ts';
import type { EmbeddedTables, Sent } from './embedded-tables.ts';
import { unanswered } from './sent-by.ts';

/**
 * What may happen to a request: it arrives, and later its answer does; or its answer gets lost after it was carried out; or
 * it seems lost, and is carried out when its sender has long asked again; or its sender dies with its answer.
 */
export const FATES = ['arrives', 'answer lost', 'late', 'sender dies'] as const;
export type Fate = (typeof FATES)[number];

/** Whoever sent it is gone: nobody goes on from there. */
export class SenderDied extends Error {
  override readonly name = 'SenderDied';
}

/**
 * Actors at one instant take turns, in the order that the scheduler picks: each request of theirs is one turn, and its
 * answer another. Nobody computes while it is another's turn, so that the order is all there is to it.
 */
export function turns(scheduler: fc.Scheduler, tables: EmbeddedTables, fates: readonly Fate[]) {
  const actors: { open: number; parked: number; isOver: boolean }[] = [];
  let [requests, landing, tooLate] = [0, 0, 0];

  /** Everybody waits for their turn, or is done. */
  async function atRest(): Promise<void> {
    do await new Promise(setImmediate);
    while (landing > 0 || actors.some(({ open, parked, isOver }) => !isOver && (open === 0 || parked < open)));
  }

  function actor(name: string) {
    const self = { open: 0, parked: 0, isOver: false };
    actors.push(self);

    async function turn(what: string): Promise<void> {
      self.parked += 1;
      await scheduler.schedule(Promise.resolve(), `${name}: ${what}`);
      self.parked -= 1;
    }

    /** A request and its answer, as two turns. */
    async function ask<T>(what: string, answer: () => Promise<T>): Promise<T> {
      self.open += 1;
      try {
        await turn(what);
        const given = await answer();
        await turn(`hears of ${what}`);
        return given;
      } finally {
        self.open -= 1;
      }
    }

    async function send(sent: Sent): Promise<HttpResponse> {
      const what = sent.headers['x-amz-target']?.split('.')[1] ?? '';
      const fate = fates[requests++] ?? 'arrives';
      const answer = async () => {
        const answered = await tables.answer(sent);
        if (what === 'PutItem' && answered.status !== 200) tooLate += 1;
        return answered;
      };
      if (fate === 'arrives') return ask(what, answer);
      if (fate === 'late') {
        void scheduler.schedule(Promise.resolve(), `${name}: ${what}, late`).then(async () => {
          landing += 1;
          await answer();
          landing -= 1;
        });
        return ask(`${what} unanswered`, () => Promise.reject(unanswered()));
      }
      return ask(`${what}, ${fate}`, async () => {
        await answer();
        throw fate === 'answer lost' ? unanswered() : new SenderDied();
      });
    }

    return { ask, send, over: () => Object.assign(self, { isOver: true }) };
  }

  /** Until everybody is done, and whatever was late has arrived. */
  async function run(everybody: Promise<unknown>): Promise<void> {
    const inTurn = async (step: () => Promise<void>) => {
      await step();
      await atRest();
    };
    await atRest();
    await scheduler.waitFor(everybody, inTurn);
    await scheduler.waitIdle(inTurn);
  }

  /** How many decisions found that another had landed first. */
  return { actor, run, tooLate: () => tooLate };
}
export type Actor = ReturnType<ReturnType<typeof turns>['actor']>;
