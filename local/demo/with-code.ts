import { formsOf, NotTaken, open, type PageForm, post, send as sendAsTyped } from './page-form.ts';

/** What came to telephones, oldest first. */
export type Outbox = () => readonly Readonly<{ phone: string; text: string }>[];

/** Sends a form; one that decides, with a code that was asked for and read from the telephone on which the link came. */
export async function sendWithCode(
  outbox: Outbox,
  link: string,
  form: PageForm,
  fields: Readonly<Record<string, string>>,
  send = sendAsTyped,
): Promise<string> {
  if (!form.buttons.includes('code')) return sendUnlessAsked(outbox, link, form, fields, send);
  const asked = await post(link, { ...form.fields, ...fields, act: 'code' });
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
