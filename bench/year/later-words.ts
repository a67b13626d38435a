import type { About } from '../../functions/domain/round-events.ts';
import type { Chance } from '../../local/demo/chance.ts';

const DAY = 86_400_000;

/** What complainants come back with, how many of them, and how many days after the post: at least and at most. */
const WORDS: readonly (readonly [about: About, share: number, least: number, most: number, text: string])[] = [
  ['question', 0.05, 1, 20, 'Has anybody looked at it?'],
  ['evidence', 0.05, 1, 15, 'Here is the receipt that I had not found.'],
  ['new-facts', 0.06, 1, 14, 'It has happened to me once more since I wrote.'],
  ['withdrawal', 0.03, 0, 15, 'The shop has paid me back. I withdraw my complaint.'],
  ['objection', 0.04, 5, 60, 'I do not agree with your answer.'],
];

export type Word = Readonly<{ at: Date; about: About; text: string }>;

/** What is said of a ticket after its post. */
export const laterWords = (ticket: string, posted: Date, drawn: Chance): Word[] =>
  WORDS.filter(([about, share]) => drawn.happens(`${ticket} ${about}`, share)).map(([about, , least, most, text]) => {
    const days = least + drawn.draw(`${ticket} ${about} after`) * (most - least);
    return { at: new Date(posted.getTime() + Math.floor(days * DAY)), about, text };
  });
