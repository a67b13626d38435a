import { people } from '../../local/demo/people.ts';
import { actOn } from '../../local/demo/with-code.ts';
import { type PlayedDesk, playedDesk, type World } from '../paths/played-desk.ts';
import { markers } from './markers.ts';
import { plantedPosts } from './planted-posts.ts';
import { plantingForm } from './planting-form.ts';

const DAY = 86_400_000;
const waive = [['fee-waiver', '600.00']] as const;

/** A desk that has lived through every way of a ticket, on posts and forms with a marker in each field. */
export async function plantedDesk() {
  const marks = markers();
  const posts = plantedPosts(marks);
  const form = plantingForm(marks);
  const desk = await playedDesk(undefined, form.send);
  const act = people(() => desk.cloud.sms, form.send);
  const fill = (link: string, fields: Parameters<typeof actOn>[2]) =>
    actOn(() => desk.cloud.sms, link, fields, form.send);
  const { cloud, log, until } = desk;
  /** What channels were answered. */
  const answers: unknown[] = [];

  const linkTo = (id: string, kind: string): string =>
    cloud.sms
      .flatMap(({ text }) => (text.includes(id) ? (text.match(new RegExp(`http:\\S+/${kind}/\\S+`))?.[0] ?? []) : []))
      .at(-1) ?? '';
  async function say(id: string, about: string): Promise<void> {
    const said = await desk.channel.followUp('app', id, posts.followUp(id, about));
    if (said.status !== 202) throw new Error(`a follow-up was refused: ${JSON.stringify(said)}`);
    answers.push(said);
  }
  const begin = (over: Record<string, unknown> = {}, world: World = {}) => desk.post(posts.usual(over), world);
  /** Waits for the work, on a page that nobody has done anything on yet. */
  async function working(over: Record<string, unknown> = {}, world: World = {}): Promise<string> {
    const id = await begin(over, { ignores: 'w', ...world });
    await until(id, () => linkTo(id, 'w'), 3);
    return id;
  }

  // Every field there is: the desk routes, a department passes on, managers return and agree, an appeal begins anew.
  const whole = await desk.post(posts.post({ publicPost: true }), {
    ...{ remedies: waive, transferTo: 'marketing', returnOnce: '-', rating: 1, appeal: '-', comment: '-' },
  });
  const spoken = { rating: 2, comment: '-' };
  const [mailed, called, light] = [
    await begin({ preferredWay: 'e-mail' }, spoken),
    await begin({ preferredWay: 'phone' }, spoken),
    await begin({ kind: 'suggestion' }, spoken),
  ];
  const narrative = `${marks.word('narrative')}: your collector made a death threat against me.`;
  const incident = await begin({ narrative, publicPost: true });
  const urgent = await begin(
    { category: 'lost-or-stolen-card' },
    { remedies: waive, banking: (_, nth) => (nth === 1 ? 'CommandFailed' : 'CommandCarriedOut') },
  );
  const declined = await begin({ complainant: { name: marks.word('complainant.name'), standing: 'none' } });

  // The same matter twice, and taken apart again.
  const matter = posts.usual();
  const again = () => ({ ...matter, channelReference: marks.word('channelReference') });
  const older = await desk.post(matter, { ignores: 'w' });
  await cloud.advanceBy(1_000);
  const younger = await desk.post(again(), {});
  await until(younger, ({ mergedInto }) => mergedInto, 1);
  await until(older, () => linkTo(older, 'w'), 1);
  await fill(linkTo(older, 'w'), { act: 'part', other: younger, [`apart.${younger}`]: '' });
  const merged = await desk.post(again(), {});
  await until(merged, ({ mergedInto }) => mergedInto, 1);
  desk.worlds.set(older, spoken);

  // More time, asked for and refused; new facts; a matter of principle; a withdrawal.
  const more = { act: 'extend', 'extend.clock': 'decide', 'extend.reason': '' };
  const longer = await working({}, { refusesTime: '-' });
  await fill(linkTo(longer, 'w'), more);
  await cloud.advanceBy(2 * DAY);
  await say(longer, 'new-facts');
  const { followUps } = await log.read(longer);
  const facts = { 'facts.followUp': followUps[0]?.followUp ?? '', 'facts.reason': '' };
  await fill(linkTo(longer, 'w'), { act: 'new-facts', ...facts });
  const principle = await working();
  await fill(linkTo(principle, 'w'), { act: 'open-round', because: 'principle', why: '' });
  const withdrawn = await working();
  await say(withdrawn, 'question');
  await say(withdrawn, 'withdrawal');

  // Executions that die, until the desk lets it go on.
  const parked = await working({}, { ignores: 'wd' });
  for (const attempt of [1, 2, 3]) {
    const name = `${parked}-r1-a${attempt}`;
    await until(parked, () => cloud.executions.some((one) => one.name === name), 1);
    cloud.fail.execution(cloud.executions.find((one) => one.name === name)?.arn ?? '', 'Killed');
    await cloud.settle();
  }

  const all = [whole, mailed, called, light, incident, urgent, declined, older, younger, merged, longer, principle];
  // The desk, too, may ask for more time, and have others begin anew.
  await until(parked, () => linkTo(parked, 'd'), 1);
  await fill(linkTo(parked, 'd'), more);
  await fill(linkTo(parked, 'd'), { act: 'open-round', because: 'reputation', why: '' });
  for (const id of [longer, principle, parked]) {
    await until(
      id,
      ({ tasks }) => Object.values(tasks).some(({ work, closed }) => work === 'investigate' && !closed),
      1,
    );
    await cloud.settle();
    await act(linkTo(id, 'w'), id, {});
    desk.worlds.set(id, spoken);
  }
  // Whoever around the desk could not do what they wanted makes this fail.
  const isOver = async (id: string) => (await until(id, () => true)).archived !== undefined;
  const tickets = [...all, withdrawn, parked];
  for (let day = 0; day < 60 && !(await Promise.all(tickets.map(isOver))).every(Boolean); day += 1) {
    await cloud.advanceBy(DAY);
  }
  await form.send(linkTo(mailed, 'l') || mailLink(desk, mailed), { about: 'question', text: '' });
  await say(called, 'evidence');
  await refused(desk, posts, answers);
  await cloud.advanceBy(DAY);

  return { desk, marks, form, answers };
}

const mailLink = ({ cloud }: PlayedDesk, id: string): string =>
  cloud.mail.find(({ text }) => text?.includes(id) && text.includes('/l/'))?.text?.match(/http:\S+\/l\/\S+/)?.[0] ?? '';

/** What is not taken, by every door; and what befalls the way out. */
async function refused(desk: PlayedDesk, posts: ReturnType<typeof plantedPosts>, answers: unknown[]): Promise<void> {
  const send = async (body: object) => answers.push(await desk.channel.post('app', JSON.stringify(body)));
  const first = posts.usual();
  await send(first);
  await send({ ...posts.usual(), channelReference: first.channelReference });
  const bad = { kind: 'nothing', zone: 'Nowhere', card: { lastFour: 'x' } };
  await send(posts.usual(bad));
  await send(posts.usual({ channel: 'web' }));
  answers.push(await desk.channel.followUp('app', '0123456789AB', posts.followUp('0123456789AB', 'question')));
  await desk.putEvent('channel.app', 'ComplaintPosted', posts.usual(bad));
  await desk.putEvent('channel.app', 'ComplaintPosted', posts.usual({ channel: 'web' }));
  const said = posts.usual();
  const bank = { ticket: '0123456789AB', command: said.narrative, reason: said.place };
  await desk.putEvent('core-banking', 'CommandFailed', bank);
  await desk.putEvent('core-banking', 'CommandFailed', { ...bank, command: 'r1-v1-m1-1', ticket: said.merchant });

  const relay = desk.cloud.resources.find(({ path, type }) => type.endsWith('::Function') && path.includes('Relay'));
  for (let tries = 0; tries < 40; tries += 1)
    desk.cloud.fail.nextInvocation(relay?.name ?? '', new Error('the network is down'));
  await send(posts.usual());
  await desk.cloud.settle();
}
