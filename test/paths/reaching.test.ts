import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Logged } from '../../functions/adapters/ticket-log.ts';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { open } from '../../local/demo/page-form.ts';
import { people } from '../../local/demo/people.ts';
import { actOn } from '../../local/demo/with-code.ts';
import { eventsOf, type PlayedDesk, playedDesk, typesOf } from './played-desk.ts';

let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
});
afterAll(() => desk.cloud.close());

const phone = '+8613123456701';
const email = 'sample.person@example.com';
const blocked = (name = 'OptedOut') => Object.assign(new Error('blocked'), { name });
const reply = ({ messages }: Logged) => messages['r1-reply'];
const waysOf = (ticket: Logged) =>
  reply(ticket)?.attempts.map(({ way, reason }) => (reason ? `${way}: ${reason}` : way));
const mailsTo = (address: string) => desk.cloud.mail.filter(({ to }) => to.includes(address));
/** Lets time pass until the reply is about to leave, so that a fault meets it and no message before. */
const aboutToReply = async (id: string) => {
  await desk.until(id, ({ tasks }) => tasks['r1-v1-s0-0']);
  desk.cloud.fail.nextSms(phone, blocked());
  desk.worlds.set(id, { ...desk.worlds.get(id), ignores: '' });
};
const linkTo = (page: string, id: string) =>
  /http:\S+/.exec(
    desk.cloud.sms.findLast(({ text }) => text.includes(id) && text.includes(`/${page}/`))?.text ?? '',
  )?.[0] ?? '';
const waiting = { ignores: 'w' };

test('whoever prefers e-mail gets everything by e-mail, and nothing by SMS', async () => {
  const id = await desk.post({ complainant: { phone, email }, preferredWay: 'e-mail' }, { rating: 5 });
  const ticket = await desk.archived(id);
  expect(ticket.replied).toMatchObject({ way: 'e-mail', inTime: true });
  expect(ticket.closed?.outcome).toBe('rated-5');
  expect(mailsTo(email).map(({ subject }) => subject)).toEqual([
    `We have accepted your case ${id}`,
    `Our answer to your case ${id}`,
    `How did we handle case ${id}?`,
  ]);
  expect(mailsTo(email).every(({ from }) => from === 'complaints@bank.example')).toBe(true);
  expect(desk.cloud.sms.filter((message) => message.phone === phone)).toEqual([]);
});

test('an SMS that is refused is followed at once by an e-mail, and both attempts are on the ticket', async () => {
  const id = await desk.post({ complainant: { phone, email } }, waiting);
  await aboutToReply(id);
  const ticket = await desk.archived(id);
  expect(waysOf(ticket)).toEqual(['sms: OptedOutException', 'e-mail']);
  const [first, second] = reply(ticket)?.attempts ?? [];
  expect(second?.at).toBe(first?.at);
  expect(second?.providerId).toBe(
    desk.cloud.mail.find(({ subject }) => subject.endsWith(id) && subject.startsWith('Our answer'))?.messageId,
  );
  expect(ticket.replied).toMatchObject({ way: 'e-mail', inTime: true });
  expect(typesOf(ticket)).not.toContain('Parked');
});

test('where neither gets through the desk calls: dialled in time is replied in time', async () => {
  const id = await desk.post({ complainant: { phone } }, waiting);
  await aboutToReply(id);
  const ticket = await desk.archived(id);
  expect(waysOf(ticket)).toEqual(['sms: OptedOutException', 'phone']);
  expect(ticket.replied).toMatchObject({ way: 'phone', inTime: true });
  expect(ticket.calls).toMatchObject([{ task: 'r1-call-1', outcome: 'reached' }]);
  expect(await desk.states(id)).toContain('Call the cardholder');
});

/** Somebody writes down on the page what came of their call. */
const called = (link: string, fields: Readonly<Record<string, string>>) =>
  actOn(() => desk.cloud.sms, link, { act: 'call', ...fields });

test('whoever wants a call is called, by a page that alone shows the number, and gets the letter as well', async () => {
  const id = await desk.post(
    { complainant: { name: 'Sample Person', phone }, preferredWay: 'phone' },
    { ignores: 'c' },
  );
  const asked = await desk.until(id, ({ messages }) => messages['r1-call-1-asked']);
  expect(asked.tasks['r1-call-1']).toMatchObject({ work: 'call', person: 'triage-desk' });
  const { text = '' } = desk.cloud.sms.findLast((sms) => sms.text.includes('/c/') && sms.text.includes(id)) ?? {};
  expect(text).not.toContain(phone);
  const link = /http:\S+/.exec(text)?.[0] ?? '';
  const page = await open(link);
  expect(page).toContain(`href="tel:${phone}"`);
  const after = await called(link, { outcome: 'reached' });
  expect(after).not.toContain(phone);

  const ticket = await desk.archived(id);
  expect(waysOf(ticket)).toEqual(['phone']);
  expect(ticket.messages['r1-reply-letter']).toMatchObject({ state: 'sent', way: 'sms' });
  expect(ticket.replied).toMatchObject({ way: 'phone', inTime: true });
});

test('a call cannot have been made later than now, or before it was asked for', async () => {
  const id = await desk.post({ complainant: { phone }, preferredWay: 'phone' }, { ignores: 'c' });
  const { tasks } = await desk.until(id, ({ messages }) => messages['r1-call-1-asked']);
  const link = /http:\S+/.exec(desk.cloud.sms.findLast(({ text }) => text.includes('/c/'))?.text ?? '')?.[0] ?? '';
  const shanghai = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 16);
  const opened = Date.parse(tasks['r1-call-1']?.openedAt ?? '');
  for (const ms of [desk.cloud.now().getTime() + 60_000, opened - 60_000])
    await expect(called(link, { dialledAt: shanghai(ms), outcome: 'reached' })).rejects.toThrow('not taken: 400');
  await expect(called(link, { dialledAt: 'yesterday', outcome: 'reached' })).rejects.toThrow('not taken: 400');
  expect((await desk.log.read(id)).calls).toEqual([]);
  desk.worlds.set(id, {});
  await called(link, { dialledAt: shanghai(opened), outcome: 'reached' });
  await desk.archived(id);
});

test.for([
  ['written down after the date by law, dialled before it, is in time', -60, true],
  ['dialled after the date by law is late', 60, false],
] as const)('a call %s', async ([, minutes, inTime]) => {
  const id = await desk.post({ complainant: { phone }, preferredWay: 'phone' }, { ignores: 'wx' });
  const { clocks } = await desk.until(id, ({ tasks }) => tasks['r1-v1-s0-0']);
  const due = Date.parse(clocks.decide?.dueAt ?? '');
  // The department files on the last day, and the desk looks into it after midnight.
  await desk.cloud.advanceTo(new Date(due - 6 * 3_600_000));
  desk.worlds.set(id, { ignores: 'cx' });
  const work = /http:\S+/.exec(
    desk.cloud.sms.findLast(({ text }) => text.includes(id) && text.includes('/w/'))?.text ?? '',
  );
  await people(() => desk.cloud.sms)(work?.[0] ?? '', id, {});
  await desk.until(id, ({ messages }) => messages['r1-call-1-asked'], 1);
  await desk.cloud.advanceTo(new Date(due + 2 * 3_600_000));
  const link = /http:\S+/.exec(
    desk.cloud.sms.find(({ text }) => text.includes(id) && text.includes('/c/'))?.text ?? '',
  );
  const dialledAt = new Date(due + minutes * 60_000 + 8 * 3_600_000).toISOString().slice(0, 16);
  await called(link?.[0] ?? '', { dialledAt, outcome: 'no-answer' });
  const ticket = await desk.archived(id);
  expect(ticket.replied).toMatchObject({ way: 'phone', inTime });
});

/** A call that somebody of the desk is to make, and its link. */
async function owed() {
  const id = await desk.post({ complainant: { phone }, preferredWay: 'phone' }, { ignores: 'cw' });
  desk.worlds.set(id, { ignores: 'c' });
  await desk.until(id, () => linkTo('w', id));
  await people(() => desk.cloud.sms)(linkTo('w', id), id, {});
  await desk.until(id, ({ messages }) => messages['r1-call-1-asked']);
  await desk.cloud.advanceBy(10 * 60_000);
  const dialledAt = new Date(desk.cloud.now().getTime() - 2 * 60_000);
  const typed = new Date(dialledAt.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);
  const turn = (event: TicketEvent) =>
    desk.log.decide(id, { at: desk.cloud.now().toISOString(), by: 'desk' }, () => [event]);
  return {
    id,
    link: `${linkTo('c', id)}?lang=en`,
    typed,
    dialledAt: `${dialledAt.toISOString().slice(0, 16)}:00.000Z`,
    turn,
  };
}

test('dialled before others began anew and written down after, a call is the reply of its own round', async () => {
  const { id, link, typed, dialledAt, turn } = await owed();
  await turn({ type: 'RoundOpened', round: 2, because: 'principle' });
  await desk.cloud.settle();
  const page = await called(link, { dialledAt: typed, outcome: 'reached' });
  expect(page).not.toContain(phone);
  expect(page).toContain('judged by when you dialled');
  const ticket = await desk.log.read(id);
  expect(ticket.calls).toMatchObject([{ task: 'r1-call-1', dialledAt, outcome: 'reached', late: true }]);
  expect(ticket.earlier[0]?.replied).toMatchObject({ way: 'phone', inTime: true });
  expect(Object.keys(ticket.clocks)).toContain('verification');
  expect(Object.keys(ticket.clocks)).not.toContain('decide');
  // written down twice it is on the ticket once
  await called(link, { dialledAt: typed, outcome: 'reached' });
  expect((await desk.log.read(id)).calls).toHaveLength(1);
  desk.worlds.set(id, {});
  expect((await desk.archived(id)).replied).toMatchObject({ message: 'r2-reply' });
});

test('written down when the ticket was withdrawn and sealed, a call is an attempt on it, and the page says why', async () => {
  const { id, link, typed, dialledAt, turn } = await owed();
  await turn({ type: 'FollowUpReceived', followUp: 'f-1', about: 'withdrawal', attachments: 0 });
  await turn({ type: 'Withdrawn', followUp: 'f-1' });
  const { archived } = await desk.archived(id, 2);
  expect(await called(link, { dialledAt: typed, outcome: 'no-answer' })).toContain('on the case as an attempt');
  const ticket = await desk.until(id, (now) => now.archived && now.archived.manifest !== archived?.manifest, 1);
  expect(waysOf(ticket)).toEqual(['phone: no-answer']);
  expect(reply(ticket)?.attempts[0]?.at).toBe(dialledAt);
  expect(ticket.replied).toBeUndefined();
  expect(ticket.closed?.outcome).toBe('withdrawn');
});

test('nobody answers: the letter goes by what is left, and nobody calls again', async () => {
  const id = await desk.post({ complainant: { phone, email }, preferredWay: 'phone' }, { calls: ['no-answer'] });
  const ticket = await desk.archived(id);
  expect(waysOf(ticket)).toEqual(['phone: no-answer']);
  expect(ticket.messages['r1-reply-letter']).toMatchObject({ state: 'sent', way: 'sms' });
  expect(ticket.calls).toHaveLength(1);
});

test('a wrong number, and nothing left: called again, and then the desk looks into it', async () => {
  const id = await desk.post({ complainant: { phone } }, { ...waiting, calls: ['no-answer', 'wrong-number'] });
  await aboutToReply(id);
  const ticket = await desk.archived(id);
  expect(ticket.calls.map(({ outcome }) => outcome)).toEqual(['no-answer', 'wrong-number']);
  expect(eventsOf(ticket).filter((event) => event.type === 'Parked')).toMatchObject([{ error: 'NotReached' }]);
  expect(typesOf(ticket).filter((type) => type === 'Replied')).toHaveLength(1);
});

test('who left an address that takes nothing is nobody’s to reach: the desk lets the ticket go on', async () => {
  const id = await desk.post({ complainant: { email } }, waiting);
  await desk.until(id, ({ tasks }) => tasks['r1-v1-s0-0']);
  desk.cloud.fail.nextMail(email, blocked('MessageRejected'));
  desk.worlds.set(id, {});
  const ticket = await desk.archived(id);
  expect(waysOf(ticket)?.[0]).toBe('e-mail: MessageRejected');
  expect(eventsOf(ticket).find((event) => event.type === 'Parked')).toMatchObject({ error: 'NotReached' });
});

test('an enquiry too is answered by a call, where that is preferred', async () => {
  const id = await desk.post(
    { kind: 'suggestion', category: undefined, complainant: { phone }, preferredWay: 'phone' },
    {},
  );
  const ticket = await desk.archived(id);
  expect(await desk.states(id)).toContain('Call with the answer');
  expect(ticket.replied).toMatchObject({ way: 'phone' });
});

const hourIn = (zone: string, at = '') =>
  Number(new Intl.DateTimeFormat('en', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(new Date(at)));
test('an answer given at the last hour of its date leaves at night, and the survey after it waits for the morning', async () => {
  const id = await desk.post({ complainant: { phone } }, { ignores: 'wx' });
  const { clocks } = await desk.until(id, ({ tasks }) => tasks['r1-v1-s0-0']);
  await desk.cloud.advanceTo(new Date(Date.parse(clocks.decide?.dueAt ?? '') - 90 * 60_000));
  desk.worlds.set(id, { rating: null, ignores: 'x' });
  await people(() => desk.cloud.sms)(linkTo('w', id), id, {});
  const asked = await desk.until(id, ({ tasks }) => tasks['r1-survey'], 1);
  expect(asked.replied).toMatchObject({ way: 'sms', inTime: true });
  expect(hourIn('Asia/Shanghai', asked.replied?.at)).toBe(22);
  expect(asked.messages['r1-survey-asked']).toBeUndefined();
  const until = asked.held['r1-survey-asked']?.until ?? '';
  expect(hourIn('Asia/Shanghai', until)).toBe(8);

  const ticket = await desk.archived(id);
  const sentAt = (message: string) => ticket.messages[message]?.attempts[0]?.at ?? '';
  expect(Date.parse(sentAt('r1-survey-asked')) - Date.parse(until)).toBeLessThanOrEqual(60_000);
  expect(Date.parse(ticket.tasks['r1-survey']?.dueAt ?? '') - Date.parse(until)).toBe(7 * 86_400_000);
  expect(hourIn('Asia/Shanghai', sentAt('r1-survey-reminder'))).toBe(8);
  expect(ticket.closed?.outcome).toBe('not-rated');
});

test('whoever waits for half of the time hears once that an answer is still to come, in the hours of their own zone', async () => {
  const zone = 'America/New_York';
  const id = await desk.post({ zone, complainant: { phone } }, { ignores: 'w' });
  const ticket = await desk.until(id, ({ messages }) => messages['r1-still-working']);
  const { clocks, messages, held } = ticket;
  const [from, due] = [Date.parse(clocks.decide?.startsAt ?? ''), Date.parse(clocks.decide?.dueAt ?? '')];
  const at = messages['r1-still-working']?.attempts[0]?.at ?? '';
  expect(Date.parse(at)).toBeGreaterThanOrEqual(from + (due - from) / 2);
  expect(Date.parse(at)).toBeLessThan(from + (due - from) / 2 + 86_400_000);
  expect(hourIn(zone, at)).toBeGreaterThanOrEqual(8);
  expect(hourIn(zone, at)).toBeLessThan(21);
  if (held['r1-still-working']) expect(hourIn(zone, at)).toBe(8);
  desk.worlds.set(id, {});
  await people(() => desk.cloud.sms)(linkTo('w', id), id, {});
  const whole = await desk.archived(id);
  expect(Object.values(whole.messages).filter(({ purpose }) => purpose === 'still-working')).toHaveLength(1);
});

test('once the card is protected its holder is told, whatever the hour', async () => {
  const night = new Date(desk.cloud.now().getTime() + 86_400_000);
  night.setUTCHours(18, 0, 0, 0); // 02:00 in Shanghai
  await desk.cloud.advanceTo(night);
  const id = await desk.post({
    category: 'lost-or-stolen-card',
    narrative: 'My card was stolen',
    complainant: { phone },
  });
  const ticket = await desk.until(id, ({ messages }) => messages['r1-protect-1-protected']);
  expect(hourIn('Asia/Shanghai', ticket.messages['r1-protect-1-protected']?.attempts[0]?.at)).toBe(2);
  expect(Object.keys(ticket.held)).not.toContain('r1-protect-1-protected');
  await desk.archived(id);
});
