import { html } from 'hono/html';
import type { Html } from '../../../functions/pages/views/layout.ts';
import type { Health } from '../health.ts';
import type { Present } from '../present.ts';
import { frame } from './frame.ts';

/** What was set aside, what was lost, and which of the stack's alarms would ring now. */
export function healthPage(present: Present, { queues, failures, executions, alarms }: Health): Html {
  const body = html`<p class="crumb"><a href="/">Desk</a> › Health</p><h1>Health</h1>
<div class="queues" id="health" data-live>
<section class="card"><h2>Queues</h2><table><tbody>${queues.map(({ name, messages, deadLetters }) => html`<tr><td>${name}</td><td class="sum ${deadLetters && messages > 0 ? 'wrong' : ''}">${messages}</td></tr>`)}<tr><td>Records the relay gave up</td><td class="sum ${failures > 0 ? 'wrong' : ''}">${failures}</td></tr></tbody></table></section>
<section class="card"><h2>Executions</h2>${Object.keys(executions).length === 0 ? html`<p class="soft">None yet.</p>` : html`<table><tbody>${Object.entries(executions).map(([status, count]) => html`<tr><td>${status.toLowerCase()}</td><td class="sum">${count}</td></tr>`)}</tbody></table>`}</section>
<section class="card wide"><h2>Alarms</h2><table><tbody>${alarms.map(({ name, state, description }) => html`<tr class="${state === 'rings' ? 'wrong' : ''}"><td><b>${name}</b><br><span class="soft">${description}</span></td><td class="state">${state}</td></tr>`)}</tbody></table></section>
</div>`;
  return frame(present, { title: 'Health', path: '/health', body });
}
