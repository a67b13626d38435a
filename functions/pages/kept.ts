import type { Stores } from '../adapters/stores.ts';
import { maskCards } from '../domain/mask-cards.ts';

/** Keeps what somebody wrote, and gives the digest that their decision names: it never points at a text that is not there. */
export const kept = (files: Stores['files'], { id, salt }: Readonly<{ id: string; salt: string }>, text: string) =>
  files.write(id, salt, { text: maskCards(text) });
