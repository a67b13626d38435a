import { GUARD } from '../../functions/adapters/form-guard.ts';

/** A page's forms as a person finds them: what each button sends, with the fields that are filled in already. */
export type PageForm = Readonly<{
  fields: Readonly<Record<string, string>>;
  /** Fields that nobody sees. */
  hidden: readonly string[];
  names: ReadonlySet<string>;
  /** What can be chosen or ticked. */
  options: (name: string) => string[];
  /** What its buttons say was meant. */
  buttons: readonly string[];
}>;

const attribute = (tag: string, name: string) => unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
const unescaped = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** Every form of a page, in order. */
export function formsOf(page: string): PageForm[] {
  return [...page.matchAll(/<form\b[\s\S]*?<\/form>/g)].map(([form]) => {
    const names = new Set<string>();
    const hidden: string[] = [];
    const fields: Record<string, string> = {};
    for (const [tag] of form.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)) {
      const name = attribute(tag, 'name');
      names.add(name);
      if (/type="hidden"/.test(tag)) hidden.push(name);
      const isChosen = !/type="(?:radio|checkbox)"/.test(tag) || /\schecked\b/.test(tag);
      if (tag.startsWith('<input') && isChosen) fields[name] = attribute(tag, 'value');
    }
    for (const [, tag = '', text = ''] of form.matchAll(/(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>/g))
      fields[attribute(tag, 'name')] = unescaped(text);
    for (const [, tag = '', choices = ''] of form.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)) {
      const [chosen] = /<option\b[^>]*\sselected\b[^>]*>/.exec(choices) ?? [];
      fields[attribute(tag, 'name')] = chosen ? attribute(chosen, 'value') : '';
    }
    const options = (name: string) => {
      const named = `name="${name.replaceAll('.', '\\.')}"`;
      const select = new RegExp(`<select[^>]*${named}[\\s\\S]*?</select>`).exec(form)?.[0] ?? '';
      const ticked = form.matchAll(new RegExp(`<input type="(?:radio|checkbox)"[^>]*${named}[^>]*>`, 'g'));
      const choices = [...select.matchAll(/<option\b[^>]*>/g), ...ticked];
      return choices.map(([tag]) => attribute(tag, 'value')).filter(Boolean);
    };
    const buttons = [...form.matchAll(/<button\b[^>]*>/g)].map(([tag]) => attribute(tag, 'value'));
    return { fields, hidden, names, options, buttons };
  });
}

/** Opens a page as a browser does. */
export async function open(link: string): Promise<string> {
  const answer = await fetch(link);
  const page = await answer.text();
  if (!answer.ok) throw new Error(`the page ${new URL(link).pathname.slice(0, 3)}… answered ${answer.status}`);
  return page;
}

/** The hidden field without which no form is taken, as it stands in the forms of a page. */
export function guardIn(page: string): Record<string, string> {
  const [, guard = ''] = new RegExp(`name="${GUARD}" value="([^"]*)"`).exec(page) ?? [];
  return { [GUARD]: guard };
}

/** Posts a form from its page, as a browser does. */
export function post(link: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  const { origin } = new URL(link);
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin, 'sec-fetch-site': 'same-origin' };
  return fetch(link, { method: 'POST', headers, body: new URLSearchParams(fields), redirect: 'manual' });
}

/** The page that came instead of the one after it. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
  readonly page: string;

  constructor(status: number, page: string) {
    super(`the form was not taken: ${status} ${/<h1>([^<]*)/.exec(page)?.[1]}`);
    this.page = page;
  }
}

/** Sends a form as a browser does, and follows to the page after it. */
export async function send(link: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const guard = GUARD in fields ? {} : guardIn(await open(link));
  const answer = await post(link, { ...guard, ...fields });
  if (answer.status !== 303) throw new NotTaken(answer.status, await answer.text());
  return open(new URL(answer.headers.get('location') ?? '', link).href);
}
