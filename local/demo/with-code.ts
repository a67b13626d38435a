import { type PageForm, send as sendAsTyped } from './page-form.ts';

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
  if (!form.buttons.includes('code')) return send(link, { ...form.fields, ...fields });
  await send(link, { ...form.fields, act: 'code' });
  return send(link, { ...form.fields, ...fields, code: newestCode(outbox(), link) });
}

/** The code that came last to the telephone on which the link came; to any, where the link came by no message. */
export function newestCode(outbox: ReturnType<Outbox>, link: string): string {
  const phone = outbox.findLast(({ text }) => text.includes(new URL(link).pathname))?.phone;
  const theirs = outbox.filter((one) => phone === undefined || one.phone === phone);
  return theirs.flatMap(({ text }) => CODE.exec(text)?.[0] ?? []).at(-1) ?? '';
}

/** Six digits that stand alone. */
const CODE = /(?<!\w)\d{6}(?!\w)/;
