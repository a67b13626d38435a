import type { Browser } from 'playwright-core';
import { afterEach, expect } from 'vitest';
import { type Hand, phone } from './phone.ts';

/** Telephones of a file's tests, each closed after its test, in which no browser may have complained. */
export function telephones(browser: () => Browser) {
  const hands: Hand[] = [];
  afterEach(async () => {
    for (const hand of hands.splice(0)) {
      expect(hand.complaints).toEqual([]);
      await hand.close();
    }
  });

  async function inHand(over: Parameters<typeof phone>[1] = {}): Promise<Hand> {
    const hand = await phone(browser(), over);
    hands.push(hand);
    return hand;
  }

  async function opened(link: string): Promise<Hand> {
    const hand = await inHand();
    await hand.open(link);
    return hand;
  }
  return { inHand, opened };
}
