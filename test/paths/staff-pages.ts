import { links } from '../../functions/adapters/links.ts';
import { daysAfter } from '../../functions/domain/later.ts';
import { actOn } from '../../local/demo/with-code.ts';
import type { PlayedDesk } from './played-desk.ts';

/** A page on which somebody of the bank can do something, before anybody has; `by` whom. */
export type StaffPage = Readonly<{ ticket: string; link: string; by: string }>;

const waive = [['fee-waiver', '600.00']] as const;

/** A page of each kind, on a ticket of its own; made one by one, as they are asked for. */
export function staffPages(desk: PlayedDesk) {
  const { cloud, log, until } = desk;
  const newest = (ticket: string, kind: string) =>
    cloud.sms.findLast(({ text }) => text.includes(ticket) && text.includes(`/${kind}/`));
  async function led(ticket: string, kind: string): Promise<StaffPage> {
    const { messages } = await until(ticket, () => newest(ticket, kind), 3);
    const { text = '' } = newest(ticket, kind) ?? {};
    const [link = ''] = /http:\S+/.exec(text) ?? [];
    const by = Object.values(messages).findLast(({ link, to }) => link && to !== 'complainant')?.to ?? '';
    return { ticket, by, link: `${link}?lang=en` };
  }
  const work = async (over = {}) => led(await desk.post(over, { ignores: 'wadcix' }), 'w');
  const asking = { act: 'extend', 'extend.clock': 'decide', 'extend.reason': 'The merchant has not answered.' };

  return {
    /** With a clock that may run, and one complaint more on the same matter. */
    async work(): Promise<StaffPage> {
      const matter = { card: { lastFour: '4242', account: `ACCT-TWICE-${cloud.sms.length}` }, channel: 'app' };
      const page = await work(matter);
      // The younger of the two is the one that is merged.
      await cloud.advanceBy(1_000);
      const again = await desk.post(matter);
      await until(again, ({ mergedInto }) => mergedInto, 1);
      return page;
    },
    /** With a clock that stands, and something new from the complainant. */
    async 'work that waits'(): Promise<StaffPage> {
      const page = await work();
      await actOn(() => cloud.sms, page.link, { act: 'stop', 'stop.rule': 'cn-stop-mediation' });
      await cloud.advanceBy(2 * DAY);
      const at = cloud.now().toISOString();
      await log.decide(page.ticket, { at, by: 'complainant' }, () => [
        { type: 'FollowUpReceived', followUp: 'f-sample', about: 'new-facts', attachments: 0 },
      ]);
      return page;
    },
    /** A manager will decide on whatever is found. */
    'work for a manager': () => work({ category: 'collection-practice' }),
    answer: async () => led(await desk.post({ kind: 'suggestion' }, { ignores: 'w' }), 'w'),
    approval: async () => led(await desk.post({}, { remedies: waive, ignores: 'a' }), 'a'),
    async extension(): Promise<StaffPage> {
      const { ticket, link } = await work();
      await actOn(() => cloud.sms, link, asking);
      return led(ticket, 'x');
    },
    route: async () =>
      led(await desk.post({ category: undefined, demands: [], narrative: 'Zyx wvu tsr.' }, { ignores: 'd' }), 'd'),
    parked: async () =>
      led(
        await desk.post({}, { remedies: [['fee-waiver', '10.00']], banking: () => 'CommandFailed', ignores: 'd' }),
        'd',
      ),
    call: async () => led(await desk.post({ preferredWay: 'phone' }, { ignores: 'c' }), 'c'),
    plan: async () =>
      led(await desk.post({ narrative: 'Your collector made a death threat.' }, { ignores: 'wi' }), 'i'),
    async 'whole ticket'(): Promise<StaffPage> {
      const { ticket } = await work();
      const by = (await desk.roster.all()).find(({ roles }) => roles.includes('supervisor'))?.id ?? '';
      const [sentAt, expiresAt] = [cloud.now().toISOString(), daysAfter(cloud.now(), 1)];
      const leads = { page: 'desk', ticket, person: by, sentAt, expiresAt } as const;
      const { token } = await links(desk.db, desk.tables.tickets).mint(leads);
      return { ticket, by, link: `${cloud.url}/d/${token}?lang=en` };
    },
  } satisfies Record<string, () => Promise<StaffPage>>;
}
export type StaffPageName = keyof ReturnType<typeof staffPages>;

/** Their names, so that a test of each has a line of its own. */
export const STAFF_PAGES: readonly StaffPageName[] = [
  ...(['work', 'work that waits', 'work for a manager', 'answer', 'approval', 'extension'] as const),
  ...(['route', 'parked', 'call', 'plan', 'whole ticket'] as const),
];

/** What a request for a code leaves behind: its message, and that there were too many. */
export const OF_CODES: readonly string[] = ['MessageIntended', 'MessageSent', 'MessageFailed', 'CodesRefused'];

const DAY = 86_400_000;
