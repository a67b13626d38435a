import { html } from 'hono/html';
import type { Clock, Extension, Ticket } from '../../domain/ticket.ts';
import { dueText, instantText } from '../../messages/due-text.ts';
import { PAGES } from '../../messages/pages.ts';
import { factList, type Reader } from './facts.ts';
import type { Html } from './layout.ts';

/** What moved the dates, or may: a clock that stands still keeps the date it had in sight. */
export function clockNotes(ticket: Ticket, reader: Reader): Html | undefined {
  const { clockActs, facts } = PAGES[reader.locale];
  const rows = Object.values(ticket.clocks).flatMap((clock) => {
    const name = facts.clocks[clock.clock] ?? clock.clock;
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
    : html`<section class="card"><h2>${clockActs.title}</h2>${factList(rows)}</section>`;
}

const stops = ({ stops: all }: Clock, { locale, zone }: Reader): Html[] => {
  const { clockActs } = PAGES[locale];
  return all.map(({ reason, rule, at, until, dueAt }) => {
    const since = instantText(at, locale, zone);
    const stands = until ? clockActs.stood(since, instantText(until, locale, zone)) : clockActs.standing(since);
    const before = clockActs.dueWithout(dueText(dueAt, locale, zone));
    return html`<strong>${stands}</strong> · ${clockActs.stopReasons[reason] ?? reason}<br><span class="soft">${rule} · ${before}</span>`;
  });
};

const restarts = ({ restarts: all }: Clock, { locale, zone }: Reader): Html[] =>
  all.map(
    ({ startsAt, rule }) =>
      html`${PAGES[locale].clockActs.restarted(instantText(startsAt, locale, zone))}<br><span class="soft">${rule}</span>`,
  );

const recounts = ({ recounts: all }: Clock, { locale, zone }: Reader): Html[] =>
  all.map(
    ({ at, from, calendar }) =>
      html`${PAGES[locale].clockActs.recounted(instantText(at, locale, zone), dueText(from, locale, zone))}<br><span class="soft">${calendar}</span>`,
  );

function asked({ dueAt, rule, state, void: over }: Extension, { locale, zone }: Reader): Html {
  const { clockActs, extension } = PAGES[locale];
  const why = over && html`<br>${extension.void[over.because]}`;
  return html`${clockActs.extensionOf(dueText(dueAt, locale, zone))} · ${extension.state[state]}${why}<br><span class="soft">${rule}</span>`;
}
