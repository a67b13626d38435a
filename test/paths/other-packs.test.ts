import { afterEach, expect, test } from 'vitest';
import { otherBank } from './other-bank.ts';
import { eventsOf, type PlayedDesk, playedDesk } from './played-desk.ts';

let close: () => Promise<void> = async () => undefined;
afterEach(() => close());

async function deskOf(jurisdiction: string, zone: string): Promise<PlayedDesk> {
  const { assembly, remove } = otherBank(jurisdiction, zone);
  const desk = await playedDesk(assembly);
  close = async () => {
    await desk.cloud.close();
    remove();
  };
  return desk;
}

/** Received on Monday, 2 March 2026, at two in the morning in London, at three in Brussels. */
test.for([
  ['uk', 'Europe/London', 'uk-1', { summary: '2026-03-06T00:00:00.000Z', decide: '2026-04-27T23:00:00.000Z' }],
  ['eu', 'Europe/Brussels', 'eu-1', { decide: '2026-03-23T23:00:00.000Z' }],
] as const)(
  'a complaint at a bank under %s has that pack’s clocks, and goes its whole way',
  async ([jurisdiction, zone, pack, dues]) => {
    const desk = await deskOf(jurisdiction, zone);
    const id = await desk.post({}, { remedies: [['fee-waiver', '600.00']], rating: 5 });
    const ticket = await desk.archived(id);
    expect(ticket.received?.pack).toBe(pack);
    const { acknowledge, ...statutory } = Object.fromEntries(
      Object.values(ticket.clocks).map(({ clock, dueAt }) => [clock, dueAt]),
    );
    expect(acknowledge).toBe('2026-03-02T02:10:00.000Z');
    expect(statutory).toEqual(dues);
    expect(ticket.replied?.inTime).toBe(true);
    expect(ticket.archived?.retainUntil.slice(0, 4)).toBe(jurisdiction === 'uk' ? '2029' : '2031');
  },
);

test('under uk the end of the summary time is no breach, and the eight weeks are', async () => {
  const desk = await deskOf('uk', 'Europe/London');
  const id = await desk.post({}, { ignores: 'wd' });
  const ticket = await desk.until(id, (now) => eventsOf(now).some(({ type }) => type === 'Overdue'), 60);
  expect(eventsOf(ticket).filter(({ type }) => type === 'Overdue')).toMatchObject([{ clock: 'decide' }]);
});
