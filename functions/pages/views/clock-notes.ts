import { html } from 'hono/html';
import type { Clock, Extension, Ticket } from '../../domain/ticket.ts';
import { dueText, instantText } from '../../messages/due-text.ts';
import { CLOCK_NOTE_TEXTS, EXTENSION_WORDS, STOP_WORDS, VOID_WORDS } from '../../messages/pages/clock-notes.ts';
import { CLOCK_WORDS } from '../../messages/pages/due-dates.ts';
import { factList, type Reader } from './facts.ts';
import type { Html } from './layout.ts';

/** What moved the dates, or may: a clock that stands still keeps the date it had in sight. */
export function clockNotes(ticket: Ticket, reader: Reader): Html | undefined {
  const rows = Object.values(ticket.clocks).flatMap((clock) => {
    const name = CLOCK_WORDS[reader.locale][clock.clock] ?? clock.clock;
    const extensions = Object.values(ticket.extensions).filter((one) => one.clock === clock.clock);
    const told = [
      ...stops(clock, reader),
      ...restarts(clock, reader),
      ...recounts(clock, reader),
      ...extensions.map((one) => asked(one, reader)),
    ];
    return told.map((what) => [name, what] as const);
  });
  return rows.length === 0
    ? undefined
    : html`<section class="card"><h2>${CLOCK_NOTE_TEXTS[reader.locale].title}</h2>${factList(rows)}</section>`;
}

const stops = ({ stops: all }: Clock, { locale, zone }: Reader): Html[] => {
  const texts = CLOCK_NOTE_TEXTS[locale];
  return all.map(({ reason, rule, at, until, dueAt }) => {
    const since = instantText(at, locale, zone);
    const stands = until ? texts.stood(since, instantText(until, locale, zone)) : texts.standing(since);
    const before = texts.dueWithout(dueText(dueAt, locale, zone));
    return html`<strong>${stands}</strong> · ${STOP_WORDS[locale][reason] ?? reason}<br><span class="soft">${rule} · ${before}</span>`;
  });
};

const restarts = ({ restarts: all }: Clock, { locale, zone }: Reader): Html[] =>
  all.map(
    ({ startsAt, rule }) =>
      html`${CLOCK_NOTE_TEXTS[locale].restarted(instantText(startsAt, locale, zone))}<br><span class="soft">${rule}</span>`,
  );

const recounts = ({ recounts: all }: Clock, { locale, zone }: Reader): Html[] =>
  all.map(
    ({ at, from, calendar }) =>
      html`${CLOCK_NOTE_TEXTS[locale].recounted(instantText(at, locale, zone), dueText(from, locale, zone))}<br><span class="soft">${calendar}</span>`,
  );

function asked({ dueAt, rule, state, void: over }: Extension, { locale, zone }: Reader): Html {
  const why = over && html`<br>${VOID_WORDS[locale][over.because]}`;
  return html`${CLOCK_NOTE_TEXTS[locale].extensionOf(dueText(dueAt, locale, zone))} · ${EXTENSION_WORDS[locale][state]}${why}<br><span class="soft">${rule}</span>`;
}
