import type { Letter } from './case-file.ts';

/**
 * What a reply still lacks before it may leave: facts, basis, reasons, an answer to each demand, the state of execution,
 * the further ways. Empty: it may go. A complaint without recorded demands needs no answers, but its facts and basis.
 */
export function lacks(letter: Letter, demands: readonly string[]): string[] {
  const blank = (text: string) => text.trim() === '';
  const without: [string, boolean][] = [
    ['facts', letter.facts.every(blank)],
    ['basis', letter.basis.every(blank)],
    ['reasons', letter.answers.some(({ reason }) => blank(reason))],
    ...demands.map((demand, i): [string, boolean] => [`answer:${i + 1}`, letter.answers[i]?.demand !== demand]),
    ['state-of-execution', letter.remedies.some(({ state }) => state !== 'done' && state !== 'under-way')],
    ['further-ways', letter.furtherWays.every(blank)],
  ];
  return without.filter(([, isLacking]) => isLacking).map(([what]) => what);
}
