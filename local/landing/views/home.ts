import { html, raw } from 'hono/html';
import type { Html } from '../../../functions/pages/views/layout.ts';
import type { Health } from '../health.ts';
import type { Present } from '../present.ts';
import { SAMPLES } from '../samples.ts';
import { frame } from './frame.ts';
import { phoneLine } from './phone.ts';
import { ticketLine } from './ticket-line.ts';
import { shortTime } from './time.ts';

const PHONES_SHOWN = 12;
const ORDERS_SHOWN = 12;

/** The whole desk at one look. */
export function homePage(present: Present, health: Health): Html {
  const body = html`<h1 class="unseen">The desk</h1>
<div class="columns">
<section class="tickets" aria-labelledby="tickets-title"><h2 id="tickets-title">Tickets</h2><div id="tickets" data-live>${tickets(present)}</div></section>
<section class="phones" aria-labelledby="phones-title"><h2 id="phones-title">Phones</h2><div id="phones" data-live>${phones(present)}</div></section>
<div class="side">
<section class="card" aria-labelledby="post-title"><h2 id="post-title">Post a complaint</h2><p class="soft">As a channel would, over signed HTTP. A sample fills the form; you send it.</p><p class="chips">${SAMPLES.map(({ id, label }) => html`<a class="chip" href="/post?sample=${id}">${label}</a>`)}</p></section>
<section class="card" aria-labelledby="core-title"><h2 id="core-title">Core banking</h2><div id="core" data-live>${coreBanking(present)}</div></section>
<section class="card" aria-labelledby="health-title"><h2 id="health-title"><a href="/health">Health</a></h2><div id="health" data-live>${healthLine(health)}</div></section>
</div>
</div>`;
  return frame(present, { title: 'Desk', path: '/', body });
}

function tickets(present: Present): Html {
  if (present.tickets.length === 0)
    return html`<p class="empty">No complaint yet. Post one: a sample on this page is the quickest way.</p>`;
  return html`<ul class="plain">${present.tickets.map((ticket) => ticketLine(ticket, present))}</ul>`;
}

function phones(present: Present): Html {
  const { phones: all } = present;
  if (all.length === 0) return html`<p class="empty">Nobody has received a message yet.</p>`;
  // Whoever has something to do comes first.
  const sorted = all.toSorted((a, b) => Number(b.waits > 0) - Number(a.waits > 0));
  const [shown, others] = [sorted.slice(0, PHONES_SHOWN), sorted.slice(PHONES_SHOWN)];
  const line = (phone: (typeof all)[number]) => phoneLine(phone, present);
  return html`<ul class="plain">${shown.map(line)}</ul>${others.length > 0 && html`<details id="more-phones"><summary>${others.length} more phones</summary><ul class="plain">${others.map(line)}</ul></details>`}`;
}

function coreBanking({ orders, byItself, bank }: Present): Html {
  const open = orders.filter(({ answer }) => !answer).length;
  const lines = orders
    .slice(0, ORDERS_SHOWN)
    .map(
      (order) =>
        html`<li class="order ${order.answer ?? 'open'}"><p><strong>${order.action}</strong> <a href="/tickets/${order.ticket}" class="id">${order.ticket}</a></p><p class="soft">${shortTime(order.at, bank.zone)} · ${order.answer ? (order.answer === 'CommandFailed' ? 'refused' : 'carried out') : 'ordered'}</p>${!order.answer && html`<form method="post" action="/core-banking" class="pair"><input type="hidden" name="order" value="${order.id}"><button name="answer" value="CommandCarriedOut">Carry out</button><button class="grave" name="answer" value="CommandFailed">Refuse</button></form>`}</li>`,
    );
  return html`<form method="post" action="/core-banking/by-itself" class="switch"><button role="switch" aria-checked="${String(byItself)}" name="on" value="${byItself ? 'no' : 'yes'}"><span aria-hidden="true"></span>Answers by itself${byItself ? raw('<small>after two seconds</small>') : raw('<small>you decide</small>')}</button></form>
${orders.length === 0 ? html`<p class="soft">Nothing has been ordered yet.</p>` : html`<p class="soft">${open === 0 ? 'Nothing is open.' : `${open} open.`}</p><ul class="plain">${lines}</ul>`}`;
}

function healthLine({ queues, failures, alarms, executions }: Health): Html {
  const dead = queues.filter(({ deadLetters }) => deadLetters).reduce((sum, { messages }) => sum + messages, 0);
  const ringing = alarms.filter(({ state }) => state === 'rings');
  const row = (name: string, count: number) =>
    html`<dt>${name}</dt><dd class="${count > 0 ? 'wrong' : ''}">${count}</dd>`;
  return html`<dl class="facts counts"><dt>Executions running</dt><dd>${executions.RUNNING ?? 0}</dd>${row('Dead letters', dead)}${row('Records the relay gave up', failures)}${row('Alarms ringing', ringing.length)}</dl>${ringing.map(({ name }) => html`<p class="wrong">${name}</p>`)}`;
}
