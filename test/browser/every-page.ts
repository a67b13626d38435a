import { LINK_PAGES } from '../../functions/adapters/link-pages.ts';
import { links } from '../../functions/adapters/links.ts';
import { daysAfter } from '../../functions/domain/later.ts';
import { people } from '../../local/demo/people.ts';
import type { PlayedDesk, World } from '../paths/played-desk.ts';
import { isLinked, linkOf } from './links.ts';

/** A page of a kind, open, with everything that can be done on it. */
export type Sample = Readonly<{ name: string; ticket: string; link: string }>;

const waive = [['fee-waiver', '600.00']] as const;

/**
 * A page of each kind on which nobody has done anything yet. Time passes a fortnight: more time is asked for, and what
 * core banking refuses stands still. `over`: what differs in every post, such as what somebody wrote.
 */
export async function everyPage(desk: PlayedDesk, over: Readonly<Record<string, unknown>> = {}): Promise<Sample[]> {
  const samples: Sample[] = [];
  const sample = async (name: string, kind: string, ticket: string) => {
    await desk.until(ticket, () => isLinked(desk, ticket, kind), 20);
    samples.push({ name, ticket, link: linkOf(desk, ticket, kind) });
  };
  const said = typeof over.narrative === 'string' ? { facts: over.narrative, citation: 'Terms' } : {};
  const ignores = 'wadcisx';
  const work = await desk.post(over, { ignores });
  const late = await desk.post(over, { ignores });
  const told = await desk.post(over, { ignores: 'w' });
  const answer = await desk.post({ kind: 'suggestion', ...over }, { ignores });
  const approval = await desk.post(over, { remedies: waive, ignores: 'ax', ...said });
  const returned = await desk.post(over, { remedies: waive, ignores: 'a', ...said });
  const route = await desk.post({ category: undefined, demands: [], narrative: 'Zyx wvu tsr.' }, { ignores });
  const refuses: World['banking'] = () => 'CommandFailed';
  const parked = await desk.post(over, { remedies: waive, banking: refuses, ignores: 'd', ...said });
  const call = await desk.post({ ...over, preferredWay: 'phone' }, { ignores: 'c', ...said });
  const threat = { ...over, narrative: `Your collector made a death threat. ${over.narrative ?? ''}`.trim() };
  const plan = await desk.post(threat, { ignores: 'wi' });

  await sample('work', 'w', work);
  await sample('answer', 'w', answer);
  await sample('plan', 'i', plan);
  await sample('route', 'd', route);
  await sample('approval', 'a', approval);
  desk.worlds.set(returned, { ignores: 'w' });
  await people(() => desk.cloud.sms)(linkOf(desk, returned, 'a'), returned, { returnOnce: 'Explain the promise.' });
  await desk.cloud.settle();
  await sample('returned work', 'w', returned);
  await sample('call', 'c', call);
  await sample('parked', 'd', parked);
  await sample('extension', 'x', late);
  await sample('extension notice', 'x', told);
  // Last, because a survey is open for a week only.
  const rated = await desk.post(over, { ignores: 's', ...said });
  await sample('survey', 's', rated);
  await sample('letter', 'l', rated);
  for (const [name, page] of [
    ['whole ticket', 'desk'],
    ['proof', 'proof'],
  ] as const)
    samples.push({ name, ticket: rated, link: await mintedLink(desk, page, rated) });
  return samples;
}

/** A page that no message leads to in these runs, by a link as one would mint it. */
async function mintedLink(desk: PlayedDesk, page: 'desk' | 'proof', ticket: string): Promise<string> {
  const { cloud, db, tables } = desk;
  const person = (await desk.roster.all()).find(({ roles }) => roles.includes('supervisor'))?.id ?? '';
  const sentAt = cloud.now().toISOString();
  const leads = { page, ticket, person, sentAt, expiresAt: daysAfter(cloud.now(), 1) };
  const { token } = await links(db, tables.tickets).mint(leads);
  return `${cloud.url}/${LINK_PAGES[page]}/${token}?lang=en`;
}
