import { html, raw } from 'hono/html';
import { Locale } from '../../domain/complaint-posted.ts';
import { BRAND } from '../../messages/brand.ts';
import { LANGUAGES } from '../../messages/languages.ts';
import { FRAME_TEXTS } from '../../messages/pages/frame.ts';
import { STYLE } from './style.ts';

/** Escaped markup, ready to be sent or put into other markup. */
export type Html = ReturnType<typeof html>;

export type Layout = Readonly<{ locale: Locale; title: string; ticket?: string; body: Html; footer?: Html }>;

/** The frame of every page: the bank's name, the language switch (which keeps no state), title, content. */
export function layout({ locale, title, ticket, body, footer }: Layout): Html {
  const texts = FRAME_TEXTS[locale];
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · ${BRAND[locale]}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<header class="bar"><strong>${BRAND[locale]}</strong>
<nav aria-label="${texts.language}">${Locale.options.map((other) => languageLink(other, other === locale))}</nav></header>
<main>
<h1>${title}</h1>
${ticket && html`<p class="ticket">${texts.ticket} ${ticket}</p>`}
${body}
</main>
<footer>${footer ?? html`<p>${texts.confidential}</p>`}</footer>
</body>
</html>`;
}

const languageLink = (locale: Locale, isCurrent: boolean): Html =>
  html`<a href="?lang=${locale}" lang="${locale}" hreflang="${locale}" ${isCurrent ? raw('aria-current="true"') : ''}>${LANGUAGES[locale]}</a>`;
