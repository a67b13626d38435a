import { afterAll, beforeAll, expect, test } from 'vitest';
import { formsOf, guardIn, open, post } from '../../local/demo/page-form.ts';
import { propertiesOf } from '../infra/template.ts';
import { type PlayedDesk, playedDesk } from '../paths/played-desk.ts';
import { type StaffPageName, staffPages } from '../paths/staff-pages.ts';
import { lastLink } from './waiting-approval.ts';

/** Every kind of page that the API has a route for: a new one must have a link here. */
const PAGES = propertiesOf('AWS::ApiGatewayV2::Route').flatMap(
  ({ RouteKey }) => /^GET \/(\w+)\/\{token\}$/.exec(RouteKey)?.[1] ?? [],
);

let desk: PlayedDesk;
/** A link of each kind, as its message had it; more where a kind leads to more than one page. */
const links: [kind: string, link: string][] = [];
beforeAll(async () => {
  desk = await playedDesk();
  const pages = staffPages(desk);
  const staff: StaffPageName[] = ['answer', 'approval', 'extension', 'parked', 'call', 'plan'];
  for (const name of staff) links.push(ofKind((await pages[name]()).link));
  const late = await desk.post({}, { ignores: 'wx' });
  await desk.until(late, () => lastLink(desk, late, 'p').link);
  links.push(ofKind(lastLink(desk, late, 'p').link));
  // Then those that are sent for a week, and for a day.
  const id = await desk.post({ preferredWay: 'sms' }, { ignores: 's' });
  await desk.until(id, () => lastLink(desk, id, 's').link);
  for (const kind of ['w', 'l', 's']) links.push(ofKind(lastLink(desk, id, kind).link));
  links.push(ofKind((await pages['whole ticket']()).link));
}, 120_000);
afterAll(() => desk.cloud.close());

const ofKind = (link: string): [string, string] => [new URL(link).pathname[1] ?? '', link.replace(/\?.*/, '')];
const on = (page: string, link: string) => link.replace(/\/\w\/([^/]+)$/, `/${page}/$1`);

test('there is a link to every page that has a route', () => {
  expect(PAGES.length).toBeGreaterThan(8);
  expect([...new Set(links.map(([kind]) => kind))].sort()).toEqual([...PAGES].sort());
});

test('a link opens the page for which it was sent, and no other', async () => {
  const opened = await Promise.all(
    links.flatMap(([kind, link]) =>
      PAGES.map(async (page) => [kind, page, (await fetch(on(page, link))).status] as const),
    ),
  );
  for (const [kind, page, status] of opened) {
    expect(page === kind ? [200] : [404], `a link to /${kind} on /${page}`).toContain(status);
  }
});

test('nor does a form, with everything its page would send', async () => {
  for (const [kind, link] of links) {
    const shown = await open(link);
    const fields = { ...formsOf(shown)[0]?.fields, ...guardIn(shown), because: 'principle', why: 'I say so.' };
    const others = PAGES.filter((page) => page !== kind).flatMap((page) =>
      ['code', 'open-round', 'approve'].map(async (act) => post(on(page, link), { ...fields, act, for: 'open-round' })),
    );
    for (const { status } of await Promise.all(others)) expect([403, 404]).toContain(status);
  }
});
