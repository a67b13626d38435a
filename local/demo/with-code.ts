import { formsOf, NotTaken, open, type PageForm, post, send as sendAsTyped } from './page-form.ts';

/** What came to telephones, oldest first. */
export type Outbox = () => readonly Readonly<{ phone: string; text: string }>[];

/**
 * Does something on a page as its person: finds the form whose button says so, and sends it with what is filled in. `fields`:
 * `act`, what the button says; which form of several by what stands in it already; and what is filled in.
 */
export async function actOn(
  outbox: Outbox,
  link: string,
  fields: Readonly<{ act: string; [name: string]: string }>,
  send = sendAsTyped,
): Promise<string> {
  const form = formsOf(await open(link)).find((one) => isFor(one, fields));
  if (!form) throw new Error(`the page ${new URL(link).pathname.slice(0, 3)}… has no form to ${fields.act}`);
  return sendWithCode(outbox, link, form, fields, send);
}

/** Whether a form does this: what it sends unseen is what was meant. */
function isFor({ fields, buttons, hidden }: PageForm, wanted: Readonly<Record<string, string>>): boolean {
  const { act = '' } = wanted;
  return (
    (fields.for === act || buttons.includes(act)) &&
    hidden.every((name) => wanted[name] === undefined || wanted[name] === fields[name])
  );
}

/** Sends a form; one that needs a code, with one that was asked for and read from the telephone on which the link came. */
export async function sendWithCode(
  outbox: Outbox,
  link: string,
  form: PageForm,
  fields: Readonly<Record<string, string>>,
  send = sendAsTyped,
): Promise<string> {
  if (!form.buttons.includes('code')) return sendUnlessAsked(outbox, link, form, fields, send);
  const asked = await post(link, { ...form.fields, ...fields, act: 'code' });
  if (asked.status >= 400) throw new NotTaken(asked.status, await asked.text());
  if (asked.status === 303) await open(new URL(asked.headers.get('location') ?? '', link).href);
  return send(link, { ...form.fields, ...fields, code: newestCode(outbox(), link) });
}

/** A form may turn out to need a code once it is filled in: then it comes again, with what was typed and a button to ask. */
async function sendUnlessAsked(...given: Required<Parameters<typeof sendWithCode>>): Promise<string> {
  const [outbox, link, form, fields, send] = given;
  try {
    return await send(link, { ...form.fields, ...fields });
  } catch (error) {
    const page = error instanceof NotTaken ? error.page : '';
    const again = formsOf(page).find((one) => one.fields.for === fields.act && one.buttons.includes('code'));
    if (!again) throw error;
    return sendWithCode(outbox, link, again, fields, send);
  }
}

/** The code that came last to the telephone on which the link came; to any, where the link came by no message. */
export function newestCode(outbox: ReturnType<Outbox>, link: string): string {
  const phone = outbox.findLast(({ text }) => text.includes(new URL(link).pathname))?.phone;
  const theirs = outbox.filter((one) => phone === undefined || one.phone === phone);
  return theirs.flatMap(({ text }) => CODE.exec(text)?.[0] ?? []).at(-1) ?? '';
}

/** Six digits that stand alone. */
const CODE = /(?<!\w)\d{6}(?!\w)/;
