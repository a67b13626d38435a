import { html } from 'hono/html';
import type { Letter } from '../../domain/case-file.ts';
import { isFiledBy } from '../../domain/file-call.ts';
import { whyNoAct } from '../../domain/late-calls.ts';
import { localTime } from '../../domain/local-time.ts';
import { CALL, type CallTexts } from '../../messages/call.ts';
import { instantText } from '../../messages/due-text.ts';
import { VERDICT_WORDS } from '../../messages/pages/findings-words.ts';
import type { Typed } from '../form.ts';
import { closedTask } from './closed-task.ts';
import { type OnTask, returningToCode, withCodeInSight } from './code.ts';
import { dueDates, factList, said } from './facts.ts';
import { type Filled, faultList, optionsOf, radios, textInput } from './fields.ts';
import { type Html, layout } from './layout.ts';

/**
 * What somebody of the desk needs to call a complainant. The number is on this page alone, and only while the call is owed.
 * `zone`: the bank’s, in which the time of dialling is told.
 */
export type CallToMake = OnTask &
  Readonly<{
    letter?: Letter | undefined;
    /** The complainant's hours, and whether it is one of them now. */
    hours: Readonly<{ from: string; to: string; zone: string; isNow: boolean }>;
    now: string;
    /** Whose page it is. */
    person: string;
  }>;

export function callPage(call: CallToMake, typed?: Typed, faults: Filled['faults'] = {}): Html {
  const { locale, zone, id, ticket, task, now } = call;
  const texts = CALL[locale];
  const { date, time } = localTime(now, zone);
  // Whoever comes when it is owed no more dialled before, and nobody else knows when.
  const dialledAt = task.closed ? '' : `${date}T${time.slice(0, 5)}`;
  const filled = { typed: typed ?? { dialledAt }, faults, locale };
  const outcome = ticket.calls.find((made) => made.task === task.id && !made.late)?.outcome;
  const body = html`${closedTask(call, outcome && html`<p>${texts.outcomes[outcome]}</p>`)}
${lateCalls(call, texts)}${task.closed && !isFiledBy(task, call.person) && form(filled, texts, call)}
${!task.closed && html`${dueDates(ticket, task.dueAt, call)}${whom(call, texts)}${whatToSay(call, texts)}${form(filled, texts, call)}`}`;
  return layout({ locale, title: texts.title, ticket: id, body });
}

/** What was written down when the call was owed no more, and what it counts for. */
function lateCalls({ ticket, task, names, locale, zone }: CallToMake, texts: CallTexts): Html[] {
  const made = ticket.calls.filter((one) => one.task === task.id && one.late);
  return made.map(
    (one) =>
      html`<section class="card note" role="status"><h2>${instantText(one.dialledAt, locale, zone)} · ${texts.outcomes[one.outcome]}</h2><p>${texts.late[whyNoAct(ticket, one) ?? 'counts']}</p><p class="soft">${names[one.by] ?? one.by}</p></section>`,
  );
}

function whom({ post, hours, now }: CallToMake, texts: CallTexts): Html {
  const { name, phone = '' } = post.complainant ?? {};
  const theirs = localTime(now, hours.zone).time.slice(0, 5);
  const rows = factList([
    [texts.name, name && html`<bdi>${name}</bdi>`],
    [texts.number, html`<strong><a href="tel:${phone}">${phone}</a></strong>`],
    [texts.theirTime, `${theirs} (${hours.zone}) · ${texts.hours(hours.from, hours.to)}`],
  ]);
  return html`<section class="card">${rows}${!hours.isNow && html`<p class="tag">${texts.wait}</p>`}</section>`;
}

/** The letter in short: what was found, and the answer to each demand. */
function whatToSay({ letter, locale }: CallToMake, texts: CallTexts): Html | undefined {
  if (!letter) return undefined;
  const answers = letter.answers.map(
    (given) =>
      html`<li>${said(given.demand)}<p><span class="tag">${VERDICT_WORDS[locale][given.verdict]}</span></p>${said(given.reason)}</li>`,
  );
  return html`<section class="card"><h2>${texts.say}</h2>${letter.facts.map(said)}${answers.length > 0 && html`<ol class="answers">${answers}</ol>`}</section>`;
}

function form(filled: Filled, texts: CallTexts, call: CallToMake): Html {
  const { zone, task } = call;
  const { report, hint } = task.closed ? texts.late : texts;
  const labels: Record<string, string> = { dialledAt: texts.dialledAt, outcome: texts.outcome };
  const time = {
    name: 'dialledAt',
    label: texts.dialledAt,
    hint: task.closed ? zone : texts.dialledHint(zone),
    type: 'datetime-local',
  } as const;
  return html`<form method="post" class="card" ${returningToCode(call, filled, 'call')}><h2>${report}</h2>${faultList(filled, (name) => labels[name] ?? name)}
${textInput(filled, time)}
${radios(filled, { name: 'outcome', label: texts.outcome, options: optionsOf(texts.outcomes) })}
<p class="hint">${hint}</p>
${withCodeInSight(call, filled, 'call', html`<button name="act" value="call">${texts.submit}</button>`)}</form>`;
}
