import { html } from 'hono/html';
import { dueText, instantText } from '../../messages/due-text.ts';
import type { ClockOffers } from '../clock-offers.ts';
import type { Reader } from './facts.ts';
import { checkbox, type Field, type Filled, faultList, type Option, returning, select, textArea } from './fields.ts';
import type { Html } from './layout.ts';

/** What may be done to the dates: each behind a line of its own, below the work itself. */
export function clockForms(offers: ClockOffers, filled: Filled, reader: Reader): readonly (Html | undefined)[] {
  return [
    offers.steps.length > 0 ? extendForm(offers, filled, reader) : undefined,
    offers.newFacts.length > 0 ? factsForm(offers, filled, reader) : undefined,
    offers.stops.length > 0 ? stopForm(offers, filled) : undefined,
    ...offers.standing.map(({ clock }) => resumeForm(clock, filled)),
  ];
}

function extendForm({ steps }: ClockOffers, filled: Filled, reader: Reader): Html {
  const { clockActs: texts } = filled.texts;
  const options = steps.map(
    ({ clock, dueAt, rule }) =>
      [clock, `${nameOf(clock, filled)} → ${dueText(dueAt, reader.locale, reader.zone)} (${rule})`] as const,
  );
  return folded('extend', texts.extendTitle, filled, [
    choice(filled, { name: 'extend.clock', label: texts.extendClock, options }),
    textArea(filled, { name: 'extend.reason', label: texts.extendReason, hint: texts.extendHint, max: 2000 }),
    html`<button name="act" value="extend">${texts.extend}</button>`,
  ]);
}

function factsForm({ newFacts }: ClockOffers, filled: Filled, { locale, zone }: Reader): Html {
  const { clockActs: texts } = filled.texts;
  const options = newFacts.map(({ followUp, at }) => [followUp, instantText(at, locale, zone)] as const);
  return folded('new-facts', texts.factsTitle, filled, [
    choice(filled, { name: 'facts.followUp', label: texts.factsWhich, hint: texts.factsHint, options }),
    textArea(filled, { name: 'facts.reason', label: texts.factsReason, max: 2000 }),
    html`<button name="act" value="new-facts">${texts.facts}</button>`,
  ]);
}

function stopForm({ stops }: ClockOffers, filled: Filled): Html {
  const { clockActs: texts } = filled.texts;
  const options = stops.map(
    ({ rule, reason, clock }) =>
      [rule, `${texts.stopReasons[reason] ?? reason} · ${nameOf(clock, filled)} (${rule})`] as const,
  );
  return folded('stop', texts.stopTitle, filled, [
    // Never chosen already: without a text to write, a press of the button would be all it takes.
    select(filled, { name: 'stop.rule', label: texts.stopReason, hint: texts.stopHint, options }),
    html`<button name="act" value="stop">${texts.stop}</button>`,
  ]);
}

function resumeForm(clock: string, filled: Filled): Html {
  const { clockActs, facts } = filled.texts;
  const isTried = filled.typed.act === 'resume' && filled.typed['resume.clock'] === clock;
  const own = isTried ? filled : { ...filled, typed: {}, faults: {} };
  return html`<form method="post" class="card" ${returning(`resume-${clock}`)}><h2>${clockActs.resumeTitle}: ${facts.clocks[clock] ?? clock}</h2>${faultList(own, () => clockActs.resumeOver)}
<input type="hidden" name="resume.clock" value="${clock}"><p class="hint">${clockActs.resumeHint}</p>
${checkbox(own, { name: 'resume.over', label: clockActs.resumeOver, required: true })}
<button name="act" value="resume">${clockActs.resume}</button></form>`;
}

/** Where there is one only, it is chosen already. */
function choice(filled: Filled, field: Field & { options: readonly Option[] }): Html {
  const [only, ...others] = field.options;
  const typed = only && others.length === 0 ? { [field.name]: only[0], ...filled.typed } : filled.typed;
  return select({ ...filled, typed }, field);
}

/** Open where it was sent with a fault; its faults are those of its own fields. */
function folded(act: string, title: string, filled: Filled, fields: readonly Html[]): Html {
  const isOpen = filled.typed.act === act;
  const faulty = isOpen ? faultList(filled, () => title) : undefined;
  return html`<form method="post" class="card" ${returning(act)}>${isOpen ? html`<details open>` : html`<details>`}<summary>${title}</summary><div>${faulty}${fields}</div></details></form>`;
}

const nameOf = (clock: string, { texts }: Filled) => texts.facts.clocks[clock] ?? clock;
