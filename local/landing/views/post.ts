import { html, raw } from 'hono/html';
import { Channel, IdentityLevel, Kind, Locale, Tier } from '../../../functions/domain/complaint-posted.ts';
import type { Html } from '../../../functions/pages/views/layout.ts';
import type { Present } from '../present.ts';
import { type PostFields, SAMPLES } from '../samples.ts';
import { frame } from './frame.ts';

export type Answered = Readonly<{ status: number; answer: Readonly<Record<string, unknown>>; sent: string }>;

const MEANS: Readonly<Record<number, string>> = {
  202: 'Accepted.',
  400: 'Refused: the post does not hold what it must.',
  401: 'Refused: not signed as this channel’s.',
  409: 'Refused: the same reference came before with another text.',
};

/** The form of a post, and the answer to the last one as the channel receives it. */
export function postPage(present: Present, fields: PostFields, answered?: Answered, chosen?: string): Html {
  const samples = SAMPLES.map(
    ({ id, label }) =>
      html`<a class="chip" href="/post?sample=${id}" ${id === chosen ? raw('aria-current="true"') : ''}>${label}</a>`,
  );
  const body = html`<p class="crumb"><a href="/">Desk</a> › Post a complaint</p>
<div class="narrow"><h1>Post a complaint as a channel would</h1>
${answered && answer(answered)}
<p class="chips">${samples}</p>
<form method="post" action="/post" class="card post">
${area('narrative', 'What happened', fields, 4)}
${area('demands', 'Demands, one a line', fields, 2)}
<div class="grid">
${choice('channel', 'Channel', Channel.options, fields)}
${choice('kind', 'Kind', Kind.options, fields)}
${input('name', 'Name', fields)}
${input('phone', 'Phone', fields)}
${choice('locale', 'Language', Locale.options, fields)}
${input('zone', 'Time zone', fields)}
${input('amount', 'Amount (CNY)', fields)}
${choice('tier', 'Card', Tier.options, fields)}
${input('lastFour', 'Last four digits', fields)}
${choice('identity', 'Identity checked', IdentityLevel.options, fields)}
${input('complainedAbout', 'About (roster id)', fields)}
${input('channelReference', 'Channel’s reference', fields)}
</div>
<p class="hint">The same reference with the same body is the same ticket; with another body it is a conflict.</p>
<button>Sign and post</button>
</form></div>`;
  return frame(present, { title: 'Post a complaint', path: '/post', body });
}

function answer({ status, answer: content, sent }: Answered): Html {
  const { ticket } = content as { ticket?: string };
  return html`<section class="card ${status < 300 ? 'due' : 'bad'}" role="status"><h2>${status} · ${MEANS[status] ?? 'The answer:'}</h2>
<pre class="json">${JSON.stringify(content, null, 2)}</pre>
${ticket && html`<p><a class="go" href="/tickets/${ticket}">Follow ticket ${ticket}</a></p>`}
<details id="sent"><summary>What was sent</summary><pre class="json">${sent}</pre></details></section>`;
}

const labelled = (name: string, label: string, control: Html): Html =>
  html`<div class="field"><label for="${name}">${label}</label>${control}</div>`;

const input = (name: string, label: string, fields: PostFields): Html =>
  labelled(
    name,
    label,
    html`<input type="text" id="${name}" name="${name}" value="${fields[name] ?? ''}" autocomplete="off">`,
  );

const area = (name: string, label: string, fields: PostFields, rows: number): Html =>
  labelled(
    name,
    label,
    html`<textarea id="${name}" name="${name}" rows="${rows}" dir="auto">${fields[name] ?? ''}</textarea>`,
  );

function choice(name: string, label: string, options: readonly string[], fields: PostFields): Html {
  const all = options.map(
    (option) => html`<option ${option === fields[name] ? raw('selected') : ''}>${option}</option>`,
  );
  return labelled(name, label, html`<select id="${name}" name="${name}">${all}</select>`);
}
