import type { Chance } from '../../local/demo/chance.ts';
import { formsOf, open, type PageForm } from '../../local/demo/page-form.ts';
import { type Outbox, sendWithCode } from '../../local/demo/with-code.ts';

const DAY = 86_400_000;

/** What a handler does to the dates before the work itself: in how many tickets, and for how many days it then lies. */
type Move = Readonly<{
  act: 'stop' | 'extend' | 'new-facts' | 'resume';
  /** The field by which its form is known. */
  field: string;
  share: number;
  days: readonly [least: number, most: number];
  typed?: Readonly<Record<string, string>>;
}>;
const MOVES: readonly Move[] = [
  { act: 'resume', field: 'resume.over', share: 1, days: [0, 0], typed: { 'resume.over': 'yes' } },
  {
    ...{ act: 'new-facts', field: 'facts.followUp', share: 0.7, days: [0, 4] },
    typed: { 'facts.reason': 'It changes what was found so far.' },
  },
  { act: 'stop', field: 'stop.rule', share: 0.06, days: [1, 25] },
  {
    ...{ act: 'extend', field: 'extend.clock', share: 0.08, days: [1, 12] },
    typed: { 'extend.reason': 'The merchant has not answered us yet.' },
  },
];

/**
 * A handler opens their page. How long they then wait, in milliseconds, before they come back to the work, because the
 * clock stands or more time was asked for; nothing where they get to the work now.
 */
export const clockMoves = (outbox: Outbox, drawn: Chance) => {
  const tried = new Set<string>();

  return async (link: string, ticket: string): Promise<number | undefined> => {
    const forms = formsOf(await open(link));
    for (const move of MOVES) {
      const form = forms.find(({ names }) => names.has(move.field));
      const what = `${ticket} ${move.act}`;
      if (!form || !drawn.happens(what, move.share)) continue;
      if (move.act !== 'resume' && tried.has(what)) continue;
      tried.add(what);
      await sendWithCode(outbox, link, form, {
        ...move.typed,
        ...chosen(form, move.field, what, drawn),
        act: move.act,
      });
      if (move.act === 'resume') continue;
      const [least, most] = move.days;
      return Math.floor((least + drawn.draw(`${what} lies`) * (most - least)) * DAY);
    }
    return undefined;
  };
};

/** One of what there is to choose from. */
function chosen(form: PageForm, field: string, what: string, drawn: Chance): Record<string, string> {
  const [first, ...more] = form.options(field);
  return first && field !== 'resume.over' ? { [field]: drawn.one(`${what} which`, [first, ...more]) } : {};
}
