import { html } from 'hono/html';
import type { Queued } from '../../../functions/adapters/queue-view.ts';
import { departmentName } from '../../../functions/pages/views/labels.ts';
import type { Html } from '../../../functions/pages/views/layout.ts';
import type { Present } from '../present.ts';
import { frame } from './frame.ts';
import { distance, shortTime } from './time.ts';

export type Queue = Readonly<{ department: string; lines: readonly Queued[] }>;

/** What each department has before it, as the view that the relay keeps tells it. */
export function queuesPage(present: Present, queues: readonly Queue[]): Html {
  const body = html`<p class="crumb"><a href="/">Desk</a> › Work queues</p><h1>Work queues</h1>
<div class="queues" id="queues" data-live>${queues.map((queue) => queueCard(queue, present))}</div>`;
  return frame(present, { title: 'Work queues', path: '/queues', body });
}

function queueCard({ department, lines }: Queue, { tickets, tellerOf, linkOf, bank, now }: Present): Html {
  const rows = lines.map(({ ticket: id, task: taskId, work, person, dueAt }) => {
    const ticket = tickets.find((known) => known.id === id);
    const task = ticket?.tasks[taskId];
    const link = ticket && task && linkOf(ticket, task);
    return html`<li><p><a class="id" href="/tickets/${id}">${id}</a> <b>${work}</b></p><p class="soft">${ticket ? tellerOf(ticket).name(person) : person}</p><p class="soft">${shortTime(dueAt, bank.zone)} (${distance(dueAt, now)})</p>${link && html`<p><a class="go" href="${link}" target="_blank" rel="noopener">Open their page</a></p>`}</li>`;
  });
  const name = departmentName(department, 'en') || department;
  return html`<section class="card"><h2>${name === 'complaint-desk' ? 'Complaint desk' : name} <span class="soft">${lines.length}</span></h2>${lines.length === 0 ? html`<p class="soft">Nothing waits.</p>` : html`<ul class="plain">${rows}</ul>`}</section>`;
}
