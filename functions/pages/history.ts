import type { Stores } from '../adapters/stores.ts';
import type { Logged } from '../adapters/ticket-log.ts';
import { Findings, Letter, Text } from '../domain/case-file.ts';
import { mayOpenRound } from '../domain/open-round.ts';
import { roundOf } from '../domain/rounds.ts';
import type { EarlierRound, Task } from '../domain/ticket.ts';
import { namesOf } from './names.ts';
import type { History, Said, ShownRound } from './views/history.ts';

type From = Pick<Stores, 'files' | 'roster'>;

/** What came before this page's task, and beside it: what the complainant added, and the rounds before. */
export async function historyOf({ files, roster }: From, ticket: Logged): Promise<History> {
  const text = async (name: string | undefined) => (name ? await files.read(ticket.id, name, Text) : undefined);
  const said = async (one: Logged['followUps'][number]): Promise<Said> => {
    const written = await text(one.text);
    return { about: one.about, at: one.at, text: written?.text, attachments: written?.attachments ?? [] };
  };
  const filed = async ({ findings = '', department = '' }: Task) => {
    const found = await files.read(ticket.id, findings, Findings);
    return found ? [{ department, findings: found }] : [];
  };
  const shown = async (one: EarlierRound): Promise<ShownRound> => {
    const tasks = Object.values(ticket.tasks).filter(({ id }) => roundOf(id) === one.round);
    const decided = tasks.filter(({ closed }) => closed?.outcome === 'approved').map(({ closed }) => closed?.by);
    const names = await namesOf(roster, decided);
    return {
      round: one.round,
      because: one.because?.because,
      findings: (await Promise.all(tasks.filter(({ work }) => work === 'investigate').map(filed))).flat(),
      approvedBy: decided.map((id) => names[id ?? ''] ?? ''),
      letter: one.reply && (await files.read(ticket.id, one.reply.letter, Letter)),
      score: one.survey?.score,
      grounds: (await text(one.appeal?.grounds))?.text,
    };
  };
  const opened = await text(ticket.because?.reason);
  return {
    said: await Promise.all(ticket.followUps.map(said)),
    rounds: await Promise.all(ticket.earlier.map(shown)),
    openedBecause: ticket.because && { because: ticket.because.because, reason: opened?.text },
    mayOpenRound: mayOpenRound(ticket),
  };
}
