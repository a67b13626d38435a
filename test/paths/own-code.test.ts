import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formsOf, open, type PageForm, post } from '../../local/demo/page-form.ts';
import { newestCode, sendWithCode } from '../../local/demo/with-code.ts';
import { eventsOf, type PlayedDesk, playedDesk } from './played-desk.ts';
import { OF_CODES, STAFF_PAGES, type StaffPage, staffPages } from './staff-pages.ts';

let desk: PlayedDesk;
let pages: ReturnType<typeof staffPages>;
const done = new Set<string>();
beforeAll(async () => {
  desk = await playedDesk();
  pages = staffPages(desk);
});
afterAll(() => desk.cloud.close());

/** The one form that may be sent without a code, where a manager decides on it. */
const EXCEPTION = { page: 'work for a manager', act: 'file' };

/** What a form does, whether its button stands there already or waits for a code. */
const actOf = ({ fields, buttons }: PageForm): string => fields.for ?? buttons.find((act) => act !== 'code') ?? '';
const named = (form: PageForm): string => [actOf(form), form.fields.other && 'of another'].filter(Boolean).join(' ');

/** A form as somebody fills it in who leaves out what they may. */
function filledIn({ fields, names, options }: PageForm): Record<string, string> {
  const free = [...names].filter((name) => !/^(form|for|seen|code)$|^remedies|\.[1-9]\./.test(name));
  const filled = free.map((name) => [name, fields[name] || options(name).at(-1) || 'As the file has it.']);
  return { ...fields, ...Object.fromEntries(filled) };
}

const since = async ({ ticket }: StaffPage, length: number) =>
  eventsOf(await desk.log.read(ticket))
    .slice(length)
    .filter(({ type }) => !OF_CODES.includes(type));
/** What the page's person decided. */
const theirs = async ({ ticket, by }: StaffPage) =>
  (await desk.log.read(ticket)).decisions.filter((decision) => decision.by === by);
const lengthOf = async ({ ticket }: StaffPage) => eventsOf(await desk.log.read(ticket)).length;
const formsOn = async ({ link }: StaffPage) => formsOf(await open(link)).map((form) => ({ name: named(form), form }));

describe.for(STAFF_PAGES)('on the page %s', (name) => {
  let page: StaffPage;
  beforeAll(async () => {
    page = await pages[name]();
    await desk.cloud.settle();
  });

  test('nothing is done without the code, whatever is filled in, and all of it with the code', async () => {
    const all = await formsOn(page);
    expect(all.length).toBeGreaterThan(0);
    for (const { name: act, form } of all) {
      const isExcepted = name === EXCEPTION.page && act === EXCEPTION.act;
      const length = await lengthOf(page);
      for (const code of ['', '135790']) {
        if (isExcepted) continue;
        const { status } = await post(page.link, { ...filledIn(form), act: actOf(form), code });
        expect([act, status]).toEqual([act, 400]);
      }
      expect([act, await since(page, length)]).toEqual([act, []]);
    }
    for (const { name: act } of all) {
      const still = (await formsOn(page)).find((one) => one.name === act);
      // What was done before may have ended the page: then on another of its kind.
      if (!still) page = await pages[name]();
      const form = still?.form ?? (await formsOn(page)).find((one) => one.name === act)?.form;
      if (!form) throw new Error(`the page ${name} has no form ${act} any more`);
      // A code sent a moment ago would do for this act as well.
      await desk.cloud.advanceBy(61_000);
      const length = await lengthOf(page);
      const sent = desk.cloud.sms.length;
      await sendWithCode(() => desk.cloud.sms, page.link, form, { ...filledIn(form), act: actOf(form) });
      const isExcepted = name === EXCEPTION.page && act === EXCEPTION.act;
      const wanted = isExcepted ? { type: 'FindingsFiled' } : { confirmed: 'code' };
      expect([act, await since(page, length)]).toEqual([
        act,
        expect.arrayContaining([expect.objectContaining(wanted)]),
      ]);
      const codes = desk.cloud.sms
        .slice(sent)
        .filter(({ text }) => /(?<!\w)\d{6}(?!\w)/.test(text) && !text.includes('http'));
      expect([act, codes.length]).toEqual([act, isExcepted ? 0 : 1]);
      // Pressed twice: the second finds its own act in the log, and is shown it.
      const before = await theirs(page);
      const code = newestCode(desk.cloud.sms, page.link);
      const { status } = await post(page.link, { ...filledIn(form), act: actOf(form), code });
      expect([act, status]).toEqual([act, 303]);
      expect([act, await theirs(page)]).toEqual([act, before]);
      expect(before.length).toBeGreaterThan(0);
      done.add(actOf(form));
    }
  });
});

test('these are all the acts there are', () => {
  expect([...done].sort()).toEqual([
    ...['answer', 'approve', 'call', 'extend', 'file', 'give', 'go-on', 'new-facts', 'open-round', 'part', 'plan'],
    ...['refuse', 'resume', 'return', 'route', 'stop', 'transfer'],
  ]);
});
