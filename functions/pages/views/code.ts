import { html } from 'hono/html';
import type { CodeProblem, SentCode } from '../../adapters/person-proof.ts';
import type { ComplaintPosted } from '../../domain/complaint-posted.ts';
import type { Task, Ticket } from '../../domain/ticket.ts';
import { CODE_TEXTS } from '../../messages/codes.ts';
import { timeText } from '../../messages/due-text.ts';
import type { Reader } from './facts.ts';
import { type Filled, isOf, returning } from './fields.ts';
import type { Html } from './layout.ts';

/** The code that waits to be typed, if there is one; and what was wrong with the one that was. */
export type Proving = Reader & Readonly<{ code?: SentCode | undefined; problem?: CodeProblem | undefined }>;

/** What is before whoever does a task at a page: the ticket, the task, and the complaint. */
export type OnTask = Proving &
  Readonly<{
    id: string;
    names: Readonly<Record<string, string>>;
    ticket: Ticket;
    task: Task;
    post: ComplaintPosted;
  }>;

/**
 * What a form that decides ends with: the button that asks for a code; or the field for it, and the button that decides.
 * `form`: its name on the page, where the page has several that say the same was meant.
 */
export function withCode(
  proving: Proving,
  { typed }: Pick<Filled, 'typed'>,
  decides: string,
  button: Html,
  form = decides,
): Html {
  const { code, problem, locale, zone } = proving;
  const texts = CODE_TEXTS[locale];
  const isTried = isOf(typed, decides);
  const which = html`<input type="hidden" name="for" value="${decides}">`;
  const wrong = isTried && problem ? problemNote(problem, proving, form) : undefined;
  if (!code) return html`${which}${wrong}<p class="hint">${texts.askHint}</p>${askButton(texts.ask, '')}`;
  const id = `code-${form}`;
  const [sentAt, until] = [timeText(code.sentAt, zone), timeText(code.validUntil, zone)];
  const described = `${id}-sent${wrong ? ` ${id}-fault` : ''}`;
  return html`${which}<div class="field"><label for="${id}">${texts.label}</label>
<span class="hint" id="${id}-sent">${code.isSent ? texts.sent(sentAt, until, zone) : texts.notSent} ${texts.triesLeft(code.triesLeft)}</span>${wrong}
<input type="text" class="code" id="${id}" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="12" required aria-describedby="${described}"></div>
${button}${askButton(texts.another, 'second')}`;
}

type Sent = Pick<Filled, 'typed' | 'faults'>;

/**
 * Of a form longer than a screen: it leads back to its beginning, where its faults are listed; or to its code at the end,
 * once nothing else is missing.
 */
export const returningToCode = (proving: Proving, sent: Sent, decides: string): Html =>
  isAtCode(proving, sent, decides) ? html`action="#form-${decides}"` : returning(decides);

export const withCodeInSight = (proving: Proving, sent: Sent, decides: string, button: Html): Html =>
  html`<div class="ask"${isAtCode(proving, sent, decides) ? html` id="form-${decides}"` : ''}>${withCode(proving, sent, decides, button)}</div>`;

const isAtCode = ({ code, problem }: Proving, { typed, faults }: Sent, decides: string): boolean =>
  isOf(typed, decides) && Boolean(code || problem) && Object.keys(faults).length === 0;

/** It asks with whatever is filled in by now: nothing that was typed is lost for a code. */
const askButton = (text: string, look: string): Html =>
  html`<button class="${look}" name="act" value="code" formnovalidate>${text}</button>`;

function problemNote(problem: CodeProblem, { locale, code }: Proving, form: string): Html {
  const texts = CODE_TEXTS[locale];
  const left = problem === 'wrong' && code ? ` ${texts.triesLeft(code.triesLeft)}` : '';
  // That none was asked for yet is nobody's mistake.
  const look = problem === 'none' ? html`` : html`class="fault" `;
  return html`<p ${look}id="code-${form}-fault" role="alert">${texts.problems[problem]}${left}</p>`;
}
