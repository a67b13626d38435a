import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Logged } from '../../functions/adapters/ticket-log.ts';
import { formsOf, open, send } from '../../local/demo/page-form.ts';
import { actOn, sendWithCode } from '../../local/demo/with-code.ts';
import { eventsOf, type PlayedDesk, playedDesk, typesOf } from './played-desk.ts';

let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
});
afterAll(() => desk.cloud.close());

const DAY = 86_400_000;

/** The newest link of a kind that went out about a ticket. */
const linkOf = (id: string, page: string): string =>
  desk.cloud.sms.findLast(({ text }) => text.includes(id) && text.includes(`/${page}/`))?.text.match(/http:\S+/)?.[0] ??
  '';
/** A page as somebody reads it in English. */
const read = (id: string, page: string) => open(`${linkOf(id, page)}?lang=en`);
const decide = ({ clocks }: Logged) => clocks.decide as NonNullable<Logged['clocks'][string]>;
/** Days from the day of receipt to the last day of the clock, in the bank's zone. */
const dayOf = (at: string) => Math.floor((Date.parse(at) + 8 * 3_600_000) / DAY);
const daysOf = (ticket: Logged) => dayOf(decide(ticket).dueAt) - 1 - dayOf(ticket.receivedAt);
const executionsOf = (id: string) => desk.cloud.executions.filter(({ name }) => name.startsWith(`${id}-x`));
const overdue = (ticket: Logged) =>
  eventsOf(ticket).filter((event) => event.type === 'Overdue' && event.clock === 'decide');

/** Somebody does something on a page, with a code. */
const act = (link: string, fields: Parameters<typeof actOn>[2]) => actOn(() => desk.cloud.sms, link, fields);

/** A handler asks for more time on the page of their work. */
async function ask(id: string): Promise<void> {
  await desk.until(id, () => linkOf(id, 'w'));
  const form = { act: 'extend', 'extend.clock': 'decide', 'extend.reason': 'The merchant has not answered yet.' };
  await act(linkOf(id, 'w'), form);
}

/** Whoever was asked agrees, with the code that comes to their telephone. */
async function approve(id: string): Promise<void> {
  const link = linkOf(id, 'x');
  const [form] = formsOf(await open(link));
  if (form) await sendWithCode(() => desk.cloud.sms, link, form, { act: 'approve' });
}

describe('asked for by the watch, because most of the time has passed', () => {
  let id: string;
  beforeAll(async () => {
    id = await desk.post({}, { ignores: 'w' });
  });

  test('approved and told, the date moves from fifteen days to thirty', async () => {
    const ticket = await desk.until(id, ({ clocks }) => clocks.decide?.extended === 1, 14);
    expect(daysOf(ticket)).toBe(30);
    const { x1 } = ticket.extensions;
    expect(x1).toMatchObject({ by: 'watch', state: 'granted', level: 'department-head', rule: 'cn-decide-30' });
    expect(ticket.tasks['x1-ask']).toMatchObject({
      person: expect.stringContaining('-head-'),
      closed: { outcome: 'approved' },
    });
    // told and moved are one decision, before the old date
    const decision = ticket.decisions.find(({ events }) => events.some(({ type }) => type === 'ClockExtended'));
    expect(decision?.events.map(({ type }) => type)).toEqual(['MessageSent', 'ClockExtended']);
    expect(decision && decision.at < (x1?.from ?? '')).toBe(true);
    expect(executionsOf(id).map(({ status }) => status)).toEqual(['SUCCEEDED']);
  });

  test('the cardholder reads why in their language, and until when', async () => {
    const page = await read(id, 'x');
    expect(page).toContain('takes more checking than usual');
    expect(page).toContain('1 Apr');
    expect(page).not.toContain('<form');
    expect(await open(`${linkOf(id, 'x')}?lang=zh-Hans`)).toContain('需要更多时间');
  });

  test('the second time the head office agrees, and it is sixty days from the start', async () => {
    const ticket = await desk.until(id, ({ clocks }) => clocks.decide?.extended === 2, 20);
    expect(daysOf(ticket)).toBe(60);
    expect(ticket.tasks['x2-ask']?.level).toBe('head-office');
    expect(overdue(ticket)).toEqual([]);
  });

  test('and there is no third: the date passes, and its breach is recorded', async () => {
    const ticket = await desk.until(id, (now) => overdue(now).length > 0, 40);
    expect(Object.keys(ticket.extensions)).toEqual(['x1', 'x2']);
  });

  test('and again where others begin anew before anybody has decided: the date is the same, and is moved once', async () => {
    const anew = await desk.post({}, { ignores: 'wx' });
    await desk.until(anew, ({ tasks }) => tasks['x1-ask'], 14);
    desk.worlds.set(anew, { ignores: 'w' });
    await desk.log.decide(anew, { at: desk.cloud.now().toISOString(), by: 'desk' }, () => [
      { type: 'RoundOpened', round: 2, because: 'principle' },
    ]);
    const ticket = await desk.until(anew, ({ clocks }) => clocks.decide?.extended === 1, 1);
    const { x1, x2 } = ticket.extensions;
    expect([x1?.state, x2?.state, x2?.by, x2?.from]).toEqual(['void', 'granted', 'watch', x1?.from]);
    expect(daysOf(ticket)).toBe(30);
    expect(executionsOf(anew).map(({ status }) => status)).toEqual(['SUCCEEDED', 'SUCCEEDED']);
  });
});

describe('asked for by the handler', () => {
  test('what they write is what the head of department and the cardholder read', async () => {
    const id = await desk.post({}, { ignores: 'wx' });
    await ask(id);
    await desk.until(id, ({ tasks }) => tasks['x1-ask'], 1);
    await desk.cloud.advanceBy(60_000);
    const page = await read(id, 'x');
    expect(page).toContain('The merchant has not answered yet.');
    expect(page).toContain('cn-decide-30');
    expect(page).toContain('Investigation');
    await approve(id);
    const ticket = await desk.until(id, ({ clocks }) => clocks.decide?.extended === 1, 2);
    expect(await read(id, 'x')).toContain('The merchant has not answered yet.');
    expect(ticket.extensions.x1?.decided?.by).not.toBe(ticket.extensions.x1?.by);
  });

  test('refused, the date stands and the handler reads why', async () => {
    const id = await desk.post({}, { ignores: 'w', refusesTime: 'The records are all there.' });
    await ask(id);
    const ticket = await desk.until(id, ({ extensions }) => extensions.x1?.state === 'refused', 2);
    expect(daysOf(ticket)).toBe(15);
    expect(await read(id, 'w')).toContain('refused');
    const late = await desk.until(id, (now) => overdue(now).length > 0, 16);
    // refused once, the watch does not ask for the same date again
    expect(Object.keys(late.extensions)).toEqual(['x1']);
    expect(typesOf(late)).not.toContain('ClockExtended');
  });

  test('answered meanwhile, it is void and its execution ends', async () => {
    const id = await desk.post({}, { ignores: 'x', minutes: 120 });
    await ask(id);
    const ticket = await desk.until(id, ({ extensions }) => extensions.x1?.state === 'void', 4);
    expect(ticket.extensions.x1?.void?.because).toBe('replied');
    expect(ticket.tasks['x1-ask']?.closed?.outcome).toBe('void');
    expect(executionsOf(id).map(({ status }) => status)).toEqual(['SUCCEEDED']);
    await desk.archived(id);
  });
});

describe('not in time', () => {
  test('unanswered until the old date: void, breached, and the link says so', async () => {
    const id = await desk.post({}, { ignores: 'wx' });
    const ticket = await desk.until(id, ({ extensions }) => extensions.x1?.state === 'void', 17);
    expect(ticket.extensions.x1?.void?.because).toBe('too-late');
    expect([daysOf(ticket), overdue(ticket).length]).toEqual([15, 1]);
    const ask = ticket.tasks['x1-ask'];
    expect(ask?.reminded).toBe(true);
    expect(ask?.escalated?.map(({ level }) => level)).toEqual(['head-office', 'head-of-complaint-work']);
    expect(await read(id, 'x')).toContain('Nobody decided before the present date');
    const late = { ...(await desk.guard(linkOf(id, 'x'))), act: 'approve' };
    await expect(send(linkOf(id, 'x'), late)).rejects.toThrow('409');
  });

  test('the level above, who heard that nobody decided, gives the time', async () => {
    const id = await desk.post({}, { ignores: 'wx' });
    await ask(id);
    await desk.until(id, ({ tasks }) => (tasks['x1-ask']?.escalated ?? []).length === 1, 2);
    await approve(id);
    const ticket = await desk.until(id, ({ clocks }) => clocks.decide?.extended === 1, 2);
    const { closed, escalated, person } = ticket.tasks['x1-ask'] ?? {};
    expect([closed?.outcome, closed?.by]).toEqual(['approved', escalated?.[0]?.to]);
    expect(closed?.by).not.toBe(person);
  });

  test('the cardholder cannot be told: void, and the supervisor hears of it', async () => {
    const complainant = { name: 'Sample Person', phone: '+8613123456701' };
    const id = await desk.post({ complainant }, { ignores: 'w' });
    await ask(id);
    for (let tries = 0; tries < 3; tries++) desk.cloud.fail.nextSms(complainant.phone, new Error('carrier down'));
    const ticket = await desk.until(id, ({ extensions }) => extensions.x1?.state === 'void', 3);
    expect(ticket.extensions.x1).toMatchObject({ void: { because: 'not-told' }, decided: { by: expect.any(String) } });
    expect(daysOf(ticket)).toBe(15);
    const raised = await desk.until(id, ({ messages }) => messages['x1-raised']?.state === 'sent', 1);
    expect(raised.messages['x1-raised']?.purpose).toBe('date-near');
  });
});

describe('an execution of its own', () => {
  test.for([
    ['Ask for more time', 'before'],
    ['Ask for more time', 'after'],
    ['Tell the cardholder', 'before'],
    ['Tell the cardholder', 'after'],
  ] as const)('that dies at %s, %s its function, begins again; asked and told once', async ([state, when]) => {
    const id = await desk.post({}, { ignores: 'w' });
    desk.cloud.fail.executionAt(state, when);
    await ask(id);
    const ticket = await desk.until(id, ({ clocks }) => clocks.decide?.extended === 1, 3);
    const isOver = state === 'Tell the cardholder' && when === 'after';
    expect(ticket.extensions.x1?.attempt).toBe(isOver ? 1 : 2);
    const sent = eventsOf(ticket).filter((event) => event.type === 'MessageSent' && event.message.startsWith('x1-'));
    expect(sent).toHaveLength(2);
    expect(typesOf(ticket).filter((type) => type === 'ClockExtended')).toHaveLength(1);
    // the complaint's own execution has seen nothing of it
    expect(ticket.attempt).toBe(1);
  });

  test('lost again and again: void, and the supervisor hears of it', async () => {
    const id = await desk.post({}, { ignores: 'wx' });
    await ask(id);
    for (const attempt of [1, 2, 3]) {
      await desk.until(id, () => executionsOf(id).length === attempt, 1);
      desk.cloud.fail.execution(executionsOf(id).at(-1)?.arn ?? '', 'Killed');
      await desk.cloud.settle();
    }
    const ticket = await desk.until(id, ({ messages }) => messages['x1-raised']?.state === 'sent', 1);
    expect(ticket.extensions.x1?.void?.because).toBe('lost');
  });
});

describe('a clock that stands', () => {
  /** Ten in the morning in Shanghai: what is said now leaves now. */
  const morning = (id: string) => desk.until(id, () => desk.cloud.now().getUTCHours() === 2 && linkOf(id, 'w'), 2);

  test('is stopped on the page for a reason of the pack, goes on later by its days, and the cardholder is told', async () => {
    const id = await desk.post({}, { ignores: 'w' });
    await morning(id);
    await act(linkOf(id, 'w'), { act: 'stop', 'stop.rule': 'cn-stop-mediation' });
    const stopped = await desk.until(id, ({ messages }) => messages['decide-stop-1']?.state === 'sent', 1);
    expect(stopped.messages['decide-stop-1']?.purpose).toBe('clock-stopped');
    expect(await read(id, 'w')).toContain('Stands still since');

    await desk.cloud.advanceBy(20 * DAY);
    const still = await desk.log.read(id);
    expect([overdue(still), Object.keys(still.extensions)]).toEqual([[], []]);
    await act(linkOf(id, 'w'), { act: 'resume', 'resume.clock': 'decide', 'resume.over': 'yes' });
    expect(daysOf(await desk.log.read(id))).toBe(35);
    const page = await read(id, 'w');
    expect(page).toContain('date before it stood still: ');
  });

  test('begins anew when the handler finds that what was added is new', async () => {
    const id = await desk.post({}, { ignores: 'w' });
    await desk.until(id, () => linkOf(id, 'w'));
    await desk.cloud.advanceBy(5 * DAY);
    const at = desk.cloud.now().toISOString();
    await desk.log.decide(id, { at, by: 'complainant' }, () => [
      { type: 'FollowUpReceived', followUp: 'f-sample', about: 'new-facts', attachments: 0 },
    ]);
    const form = {
      act: 'new-facts',
      'facts.followUp': 'f-sample',
      'facts.reason': 'Another transaction, not told before.',
    };
    await act(linkOf(id, 'w'), form);
    await expect(act(linkOf(id, 'w'), form)).rejects.toThrow('has no form to new-facts');
    const ticket = await desk.until(id, ({ messages }) => messages['decide-restart-f-sample']?.state === 'sent', 1);
    expect(daysOf(ticket)).toBe(20);
    expect(decide(ticket).restarts).toHaveLength(1);
  });
});
