import { html, raw } from 'hono/html';
import { openTasks } from '../../../functions/domain/tasks.ts';
import type { Html } from '../../../functions/pages/views/layout.ts';
import { STYLE } from '../../../functions/pages/views/style.ts';
import { jumps } from '../jumps.ts';
import type { Present } from '../present.ts';
import { WORKFLOW_STYLE } from '../workflow/drawing.ts';
import { LANDING_STYLE } from './landing-style.ts';
import { LIVE } from './live.ts';
import { clockText, dayText } from './time.ts';

const PAGES = [
  ['/', 'Desk'],
  ['/post', 'Post a complaint'],
  ['/queues', 'Work queues'],
  ['/health', 'Health'],
] as const;

export type Page = Readonly<{ title: string; path: string; body: Html }>;

/** Every page: what time it is, how to move it, and where to go. What is marked live follows the desk by itself. */
export function frame(present: Present, { title, path, body }: Page): Html {
  const links = PAGES.map(
    ([to, name]) => html`<a href="${to}" ${to === path ? raw('aria-current="page"') : ''}>${name}</a>`,
  );
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Redress on this machine</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%230a5a66'/%3E%3Cpath d='M4.5 8.3l2.3 2.3 4.7-5' fill='none' stroke='white' stroke-width='2'/%3E%3C/svg%3E">
<style>${raw(STYLE)}${WORKFLOW_STYLE}${raw(LANDING_STYLE)}</style>
</head>
<body>
<a class="skip" href="#content">To the content</a>
<header class="top">
<div class="brand"><a href="/">Redress</a> <span class="soft">on this machine</span></div>
<nav aria-label="Pages">${links}</nav>
${clock(present, path)}
</header>
<main id="content">
${body}
</main>
<script>${raw(LIVE)}</script>
</body>
</html>`;
}

function clock({ now, bank, due, tickets, waits }: Present, path: string): Html {
  const next = due[0];
  const open = tickets.filter(({ archived }) => !archived);
  const people = open.flatMap(openTasks).filter(({ person }) => person !== 'core-banking').length;
  const buttons = jumps(now, bank.zone, next).map(
    ({ id, label, to }) =>
      html`<button name="to" value="${id}" title="${clockText(to.toISOString(), bank.zone)}">${label}</button>`,
  );
  return html`<section class="clock" id="clock" data-live aria-label="Clock">
<p class="now"><span class="soft">${dayText(now.toISOString(), bank.zone)}</span> <strong>${clockText(now.toISOString(), bank.zone).slice(-5)}</strong> <span class="soft">${bank.zone}</span></p>
<form method="post" action="/clock"><input type="hidden" name="back" value="${path}">${buttons}</form>
<p class="soft">${open.length} open · ${waits === 0 ? 'nobody is waited for' : `${people} ${people === 1 ? 'task' : 'tasks'} with people`}${next && html` · next: ${next.what}, ${clockText(next.at, bank.zone)}`}</p>
</section>`;
}
