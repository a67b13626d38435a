import { html } from 'hono/html';
import { dueText, instantText } from '../../messages/due-text.ts';
import { CLOCK_FORM_TEXTS } from '../../messages/pages/clock-forms.ts';
import { STOP_WORDS } from '../../messages/pages/clock-notes.ts';
import { CLOCK_WORDS } from '../../messages/pages/due-dates.ts';
import type { ClockOffers } from '../clock-offers.ts';
import { type Proving, withCode } from './code.ts';
import {
  checkbox,
  type Field,
  type Filled,
  faultList,
  isOf,
  type Option,
  returning,
  select,
  textArea,
} from './fields.ts';
import type { Html } from './layout.ts';

/** What may be done to the dates: each behind a line of its own, below the work itself. */
export function clockForms(offers: ClockOffers, filled: Filled, proving: Proving): readonly (Html | undefined)[] {
  return [
    offers.steps.length > 0 ? extendForm(offers, filled, proving) : undefined,
    offers.newFacts.length > 0 ? factsForm(offers, filled, proving) : undefined,
    offers.stops.length > 0 ? stopForm(offers, filled, proving) : undefined,
    ...offers.standing.map(({ clock }) => resumeForm(clock, filled, proving)),
  ];
}

function extendForm({ steps }: ClockOffers, filled: Filled, proving: Proving): Html {
  const texts = CLOCK_FORM_TEXTS[filled.locale];
  const options = steps.map(
    ({ clock, dueAt, rule }) =>
      [clock, `${nameOf(clock, filled)} → ${dueText(dueAt, proving.locale, proving.zone)} (${rule})`] as const,
  );
  return folded(
    'extend',
    filled,
    proving,
    [texts.extendTitle, texts.extend],
    [
      choice(filled, { name: 'extend.clock', label: texts.extendClock, options }),
      textArea(filled, { name: 'extend.reason', label: texts.extendReason, hint: texts.extendHint, max: 2000 }),
    ],
  );
}

function factsForm({ newFacts }: ClockOffers, filled: Filled, proving: Proving): Html {
  const texts = CLOCK_FORM_TEXTS[filled.locale];
  const options = newFacts.map(
    ({ followUp, at }) => [followUp, instantText(at, proving.locale, proving.zone)] as const,
  );
  return folded(
    'new-facts',
    filled,
    proving,
    [texts.factsTitle, texts.facts],
    [
      choice(filled, { name: 'facts.followUp', label: texts.factsWhich, hint: texts.factsHint, options }),
      textArea(filled, { name: 'facts.reason', label: texts.factsReason, max: 2000 }),
    ],
  );
}

function stopForm({ stops }: ClockOffers, filled: Filled, proving: Proving): Html {
  const texts = CLOCK_FORM_TEXTS[filled.locale];
  const options = stops.map(
    ({ rule, reason, clock }) =>
      [rule, `${STOP_WORDS[filled.locale][reason] ?? reason} · ${nameOf(clock, filled)} (${rule})`] as const,
  );
  return folded(
    'stop',
    filled,
    proving,
    [texts.stopTitle, texts.stop],
    [
      // Never chosen already: without a text to write, a press of the button would be all it takes.
      select(filled, { name: 'stop.rule', label: texts.stopReason, hint: texts.stopHint, options }),
    ],
  );
}

function resumeForm(clock: string, filled: Filled, proving: Proving): Html {
  const texts = CLOCK_FORM_TEXTS[filled.locale];
  const isTried = isOf(filled.typed, 'resume') && filled.typed['resume.clock'] === clock;
  const own = isTried ? filled : { ...filled, typed: {}, faults: {} };
  return html`<form method="post" class="card" ${returning(`resume-${clock}`)}><h2>${texts.resumeTitle}: ${nameOf(clock, filled)}</h2>${faultList(own, () => texts.resumeOver)}
<input type="hidden" name="resume.clock" value="${clock}"><p class="hint">${texts.resumeHint}</p>
${checkbox(own, { name: 'resume.over', label: texts.resumeOver, required: true })}
${withCode(proving, own, 'resume', html`<button name="act" value="resume">${texts.resume}</button>`, `resume-${clock}`)}</form>`;
}

/** Where there is one only, it is chosen already. */
function choice(filled: Filled, field: Field & { options: readonly Option[] }): Html {
  const [only, ...others] = field.options;
  const typed = only && others.length === 0 ? { [field.name]: only[0], ...filled.typed } : filled.typed;
  return select({ ...filled, typed }, field);
}

/** Open where it was sent; its faults are those of its own fields. `act`: what its button says was meant. */
function folded(act: string, filled: Filled, proving: Proving, [title, name]: Titles, fields: readonly Html[]): Html {
  const isOpen = isOf(filled.typed, act);
  const faulty = isOpen ? faultList(filled, () => title) : undefined;
  const button = html`<button name="act" value="${act}">${name}</button>`;
  return html`<form method="post" class="card" ${returning(act)}><details${isOpen ? html` open` : ''}><summary>${title}</summary><div>${faulty}${fields}${withCode(proving, filled, act, button)}</div></details></form>`;
}

/** Of a form, and of its button. */
type Titles = readonly [title: string, button: string];

const nameOf = (clock: string, { locale }: Filled) => CLOCK_WORDS[locale][clock] ?? clock;
