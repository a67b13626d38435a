import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Logged } from '../../functions/adapters/ticket-log.ts';
import { clockActs } from '../../functions/pages/clock-acts.ts';
import type { Decide } from '../../functions/pages/confirming.ts';
import { takeApart } from '../../functions/pages/merged.ts';
import { openRound } from '../../functions/pages/open-round.ts';
import { formsOf, open, post } from '../../local/demo/page-form.ts';
import { actOn, newestCode } from '../../local/demo/with-code.ts';
import { after, clock, given, opened, received } from '../domain/a-ticket.ts';
import { type PlayedDesk, playedDesk, typesOf } from '../paths/played-desk.ts';
import { staffPages } from '../paths/staff-pages.ts';
import { lastLink } from './waiting-approval.ts';

let desk: PlayedDesk;
beforeAll(async () => {
  desk = await playedDesk();
});
afterAll(() => desk.cloud.close());

const OPENING = { act: 'open-round', because: 'principle', why: 'Because I can.' };

test('who gave the work away has no form any more, and does nothing with the code they have', async () => {
  const { ticket, link } = await staffPages(desk)['work for a manager']();
  const forms = formsOf(await open(link));
  const opening = forms.find(({ fields }) => fields.for === 'open-round')?.fields;
  const [colleague = ''] = forms.find(({ fields }) => fields.for === 'give')?.options('colleague') ?? [];
  await actOn(() => desk.cloud.sms, link, { act: 'give', colleague });
  const { length } = await desk.log.read(ticket);
  expect(formsOf(await open(link))).toEqual([]);
  const code = newestCode(desk.cloud.sms, link);
  for (const act of ['open-round', 'code'])
    expect((await post(link, { ...opening, ...OPENING, act, code })).status).toBe(409);
  expect((await desk.log.read(ticket)).length).toBe(length);
});

const TASK = 'r1-v1-s0-0';
const salt = 's';
const held = {
  ...after(given(received(), clock(), opened(TASK, 'handler-1')), { type: 'MergedFrom', other: 'OTHER', rule: 'SM1' }),
};
const away = after(held, {
  type: 'TaskReassigned',
  task: TASK,
  from: 'handler-1',
  to: 'handler-2',
  because: 'delegated',
});
const files = { complaint: async () => ({ salt }), write: async () => 'f'.repeat(64) } as never;
const acts = {
  ...openRound({ files }, 'Asia/Shanghai'),
  ...takeApart({ files }),
  ...clockActs({ files }, 'Asia/Shanghai'),
};

test.for([
  ['open-round', { because: 'principle', why: 'Because.' }],
  ['part', { other: 'OTHER', 'apart.OTHER': 'Another matter.' }],
  ['extend', { 'extend.clock': 'decide', 'extend.reason': 'The merchant has not answered.' }],
  ['stop', { 'stop.rule': 'cn-stop-mediation' }],
] as const)(
  '%s is looked at again as the log has it: whose work went to another meanwhile is refused',
  async ([act, form]) => {
    const [task] = Object.values(held.tasks);
    const on = { id: 'T', salt, ticket: held as Logged, person: 'handler-1', task: task as NonNullable<typeof task> };
    const confirming = acts[act]?.(on, { act, ...form }, new Date('2026-11-23T02:00:00.000Z'));
    const decided: unknown[] = [];
    const decide: Decide = async (decision) => decided.push(...decision(away as Logged));
    await expect(confirming?.act?.(decide)).rejects.toThrow(expect.objectContaining({ name: 'NotYours' }));
    expect(decided).toEqual([]);
  },
);

test('after the reply a work link has no form; by the link to the whole ticket, who filed has others begin anew', async () => {
  const id = await desk.post({});
  await desk.archived(id);
  expect(formsOf(await open(lastLink(desk, id, 'w').link))).toEqual([]);
  await desk.channel.followUp('app', id, {
    ...{ version: 1, channel: 'app', channelReference: 'F-1', ticket: id, about: 'question', text: 'And the others?' },
  });
  await desk.until(id, () => lastLink(desk, id, 'd').link, 1);
  await actOn(() => desk.cloud.sms, lastLink(desk, id, 'd').link, OPENING);
  expect(typesOf(await desk.log.read(id))).toContain('RoundOpened');
});
