import { html } from 'hono/html';
import type { ComplaintPosted } from '../../../functions/domain/complaint-posted.ts';
import { categoryOf } from '../../../functions/domain/departments.ts';
import { openTasks } from '../../../functions/domain/tasks.ts';
import type { Ticket } from '../../../functions/domain/ticket.ts';
import type { TicketEvent } from '../../../functions/domain/ticket-event.ts';
import { complaintFacts } from '../../../functions/pages/views/facts.ts';
import { categoryName } from '../../../functions/pages/views/labels.ts';
import type { Html } from '../../../functions/pages/views/layout.ts';
import { sentence } from '../../demo/story/sentences.ts';
import type { Present } from '../present.ts';
import { waitsFor } from '../progress.ts';
import type { Told } from '../whole-tables.ts';
import { caseParts } from './case-parts.ts';
import { frame } from './frame.ts';
import { lanePill, progress } from './ticket-line.ts';
import { clockText, distance, shortTime } from './time.ts';

export type Workflow = Readonly<{ picture: Html; executions: readonly Readonly<{ name: string; status: string }>[] }>;

/** Everything about one ticket: how it went, where it is, and what lies in its file. */
export function ticketPage(ticket: Told, present: Present, workflow: Workflow): Html {
  const path = `/tickets/${ticket.id}`;
  const body = html`<p class="crumb"><a href="/">Desk</a> › Tickets</p>
<header class="ticket-head" id="ticket-head" data-live><h1>${categoryName(categoryOf(ticket), 'en')} <span class="id">${ticket.id}</span></h1><p>${lanePill(ticket)} ${ticket.received?.channel} · ${ticket.received?.kind}${ticket.received?.tier !== 'standard' && html` · ${ticket.received?.tier}`} · ${ticket.triage?.severity}</p>${beyond(ticket)}${progress(ticket)}</header>
<div class="ticket-columns">
<div>
<section class="card due" id="waits" data-live><h2>Waits for</h2>${waiting(ticket, present)}</section>
<section class="card"><h2>What happened</h2><div id="timeline" data-live>${timeline(ticket, present)}</div></section>
<section class="card" id="file" data-live><h2>Case file</h2><p class="soft">Shown on this machine only. Deployed, it lies in its own table under its own key; the log, the workflow and the bus hold ids, codes and digests of it.</p>${caseFile(ticket, present)}</section>
</div>
<section class="card map" aria-labelledby="map-title" id="map" data-live><h2 id="map-title">Workflow</h2>
<p class="soft key"><span class="passed">passed</span> <span class="present">here now</span> <span>ahead</span> · from every state a fault leads to <i>Hand to a person</i></p>
<div class="scroll" tabindex="0" role="region" aria-label="Picture of the workflow" data-scroll="map">${workflow.picture}</div>
${workflow.executions.map(({ name, status }) => html`<p class="soft execution"><code>${name}</code> ${status.toLowerCase()}</p>`)}</section>
</div>`;
  return frame(present, { title: ticket.id, path, body });
}

/** What the ticket is among the others: one matter with another, or part of an incident. */
function beyond({ incidents, mergedInto, merged }: Ticket): Html | undefined {
  const to = (id: string) => html`<a class="id" href="/tickets/${id}">${id}</a>`;
  const said = [
    ...incidents.map((incident) => html`<span class="pill urgent">incident ${incident}</span>`),
    ...(mergedInto ? [html`merged into ${to(mergedInto.other)}`] : []),
    ...merged.map((id) => html`has taken on ${to(id)}`),
  ];
  return said.length > 0 ? html`<p>${said.map((one) => html`${one} `)}</p>` : undefined;
}

function waiting(ticket: Told, present: Present): Html {
  const { bank, now } = present;
  const waits = waitsFor(ticket, present.tellerOf(ticket)).map(({ task, what, who, until }) => {
    const action = task ? doIt(ticket, task, present) : undefined;
    return html`<li><p><b>${what}</b> · ${who}</p>${until && html`<p class="soft">until ${clockText(until, bank.zone)} (${distance(until, now)})</p>`}${action}</li>`;
  });
  const clocks = Object.values(ticket.clocks).map(
    ({ clock, dueAt, rule, overdue }) =>
      html`<dt>${clock}</dt><dd>${clockText(dueAt, bank.zone)} ${!ticket.replied && html`(${distance(dueAt, now)})`} ${overdue && html`<span class="wrong">overdue</span>`}<br><span class="soft">${rule}</span></dd>`,
  );
  return html`${waits.length > 0 ? html`<ul class="plain waits-for">${waits}</ul>` : html`<p>Nobody. It is archived.</p>`}
${clocks.length > 0 && html`<h3>By law</h3><dl class="facts">${clocks}${ticket.replied && html`<dt>Replied</dt><dd>${clockText(ticket.replied.at, bank.zone)}, ${ticket.replied.inTime ? 'in time' : 'too late'}</dd>`}</dl>`}
<form method="post" action="/tickets/${ticket.id}/proof-link" target="_blank"><button class="second">Proof of its dates and notices</button></form>`;
}

/** The page of whoever is asked, or the desk's own for what nobody was sent a link for. */
function doIt(ticket: Told, id: string, { linkOf }: Present): Html | undefined {
  const task = openTasks(ticket).find((open) => open.id === id);
  if (!task || task.person === 'core-banking') return undefined;
  const link = linkOf(ticket, task);
  if (link) return html`<p><a class="go" href="${link}" target="_blank" rel="noopener">Open their page</a></p>`;
  if (task.work !== 'parked' && task.work !== 'route') return undefined;
  return html`<form method="post" action="/tickets/${ticket.id}/desk-link"><input type="hidden" name="task" value="${id}"><button class="second">Open as the triage desk</button></form>`;
}

function timeline(ticket: Told, present: Present): Html {
  const teller = present.tellerOf(ticket);
  const { zone } = present.bank;
  const answered = new Set(
    ticket.decisions
      .flatMap(({ events }) => events)
      .flatMap((event) => (event.type === 'MessageSent' || event.type === 'MessageFailed' ? [event.message] : [])),
  );
  const isTold = (event: TicketEvent) => event.type !== 'MessageIntended' || !answered.has(event.message);
  const moments = Map.groupBy(ticket.decisions, ({ at }) => clockText(at, zone));
  const items = [...moments].map(([, decisions]) => {
    const lines = decisions.flatMap(({ by, events }) =>
      events
        .filter(isTold)
        .map(
          (event) =>
            html`<li class="${tone(event)}">${sentence(event, teller, teller.name(by))}${received(event, present)}</li>`,
        ),
    );
    return html`<li><time>${shortTime(decisions[0]?.at ?? '', zone)}</time><ul class="plain">${lines}</ul></li>`;
  });
  return html`<ol class="timeline">${items}</ol>`;
}

function received(event: TicketEvent, { messages }: Present): Html | undefined {
  const message = event.type === 'MessageSent' ? messages.get(event.providerId) : undefined;
  if (!message) return undefined;
  const link =
    message.link &&
    html`<a href="${message.link}" target="_blank" rel="noopener" data-message="${message.id}">${message.link.replace(/^https?:\/\//, '')}</a>`;
  return html`<div class="bubble"><p dir="auto">${message.before}${link}${message.after}</p></div>`;
}

const WRONG = [
  'Overdue',
  'Parked',
  'CommandFailed',
  'MessageFailed',
  'ExecutionLost',
  'PostConflicted',
  'ReplyGateRefused',
];
const NOTABLE = ['Returned', 'Transferred', 'Reminded', 'DutyCalled', 'AppealAsked', 'Declined'];
const GOOD = ['Approved', 'Replied', 'CommandCarriedOut', 'Archived', 'FindingsFiled', 'AnswerGiven', 'SurveyAnswered'];
const tone = ({ type }: TicketEvent): string =>
  WRONG.includes(type) ? 'wrong' : NOTABLE.includes(type) ? 'notable' : GOOD.includes(type) ? 'good' : '';

function caseFile(ticket: Told, { partsOf, tellerOf, bank }: Present): Html {
  const parts = partsOf(ticket.id);
  const { post } = (parts.complaint ?? {}) as { post?: ComplaintPosted };
  const facts = post && complaintFacts(post, ticket, { locale: 'en', zone: bank.zone });
  return html`${facts}${caseParts(parts, ticket, tellerOf(ticket), bank.zone)}`;
}
