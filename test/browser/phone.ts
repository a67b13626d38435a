import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';

/** What a page in a hand is: what was done with it, and what its browser complained about. */
export type Hand = Readonly<{
  page: Page;
  /** Every action, in order, as its person would tell it. */
  did: readonly string[];
  /** Errors of the console, refused resources, dialogs: anything that a page of ours never causes. */
  complaints: readonly string[];
  open: (link: string) => Promise<void>;
  /** Presses a button, the first of its name within an element, and waits for the page that follows. */
  tap: (button: string, within?: string) => Promise<void>;
  unfold: (summary: string) => Promise<void>;
  choose: (label: string, option: string | { index: number }) => Promise<void>;
  pick: (radio: string) => Promise<void>;
  type: (label: string, text: string, within?: string) => Promise<void>;
  /** The text that stands on the page. */
  reads: () => Promise<string>;
  close: () => Promise<void>;
}>;

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

/** A phone with scripts switched off, unless it says otherwise: no page needs any. */
export async function phone(browser: Browser, over: BrowserContextOptions = {}): Promise<Hand> {
  const context = await browser.newContext({ ...PHONE, javaScriptEnabled: false, ...over });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const did: string[] = [];
  const complaints = complaintsOf(page);
  const doing = async (what: string, work: () => Promise<unknown>) => {
    did.push(what);
    await work();
  };
  const isTouched = over.hasTouch !== false;
  const press = (what: Locator) => (isTouched ? what.tap() : what.click());
  return {
    ...{ page, did, complaints },
    open: (link) => doing('open', () => page.goto(link)),
    tap: (name, within = 'body') => {
      const button = page.locator(within).getByRole('button', { name, exact: true }).first();
      return doing(`tap ${name}`, () => Promise.all([page.waitForEvent('load'), press(button)]));
    },
    unfold: (name) => doing(`unfold ${name}`, () => press(page.locator('summary', { hasText: name }).first())),
    choose: (label, option) => doing(`choose ${label}`, () => field(page.locator('body'), label).selectOption(option)),
    pick: (name) => doing(`pick ${name}`, () => press(page.locator('label.choice', { hasText: name }).first())),
    type: (label, text, within = 'body') => doing(`type ${label}`, () => field(page.locator(within), label).fill(text)),
    reads: () => page.locator('body').innerText(),
    close: () => context.close(),
  };
}

/** The field that can be seen: forms that are folded away have some of the same name. */
const field = (within: Locator, label: string) =>
  within.getByLabel(label, { exact: true }).filter({ visible: true }).first();

/** A refusal is a page of ours, with a status that the console remarks on. */
const REFUSED = /^Failed to load resource: the server responded with a status of 4\d\d/;

export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    const isOfPage = REFUSED.test(message.text()) && message.location().url === page.url();
    if (['error', 'warning'].includes(message.type()) && !isOfPage) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', async (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  return complaints;
}
