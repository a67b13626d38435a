import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy, { type MiddlewareObj } from '@middy/core';
import httpHeaderNormalizer from '@middy/http-header-normalizer';
import httpSecurityHeaders from '@middy/http-security-headers';
import httpUrlencodeBodyParser from '@middy/http-urlencode-body-parser';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Locale } from '../domain/complaint-posted.ts';
import { NotYours } from '../domain/refusals.ts';
import { localeOf } from '../messages/languages.ts';
import { type Typed, typed } from '../pages/form.ts';
import type { Html } from '../pages/views/layout.ts';
import { refusal } from '../pages/views/refusal.ts';
import { STYLE_HASH } from '../pages/views/style.ts';
import { env } from './env.ts';
import type { Follow } from './following.ts';
import { GUARD, guarded, guardOf, refuseForeign, refuseUnguarded } from './form-guard.ts';
import { type LinkPage, pathOf } from './link-pages.ts';
import type { Followed } from './links.ts';
import {
  ForeignForm,
  LinkGone,
  NoSuchPage,
  NotAForm,
  TooLarge,
  TooManyCodes,
  TooManyForms,
  toldAs,
} from './page-refusals.ts';
import type { Throttle } from './throttle.ts';

/** A page behind a link. `open` reads what the page is about; `show` never writes; `act` returns the page again if the form has faults. */
export type Page<Opened extends Readonly<{ locale: Locale }>> = Readonly<{
  page: LinkPage;
  find: Follow;
  open: (link: Followed, now: Date) => Promise<Opened>;
  show: (opened: Opened, now: Date) => Html;
  /** The same without its form, for `?form=json`. */
  data?: (opened: Opened) => object;
  act?: (opened: Opened, form: Typed, now: Date) => Promise<Html | Again | undefined>;
  /** Counts the forms of a link, where the page has any. */
  may?: Throttle;
}>;

/** The page once more, with nothing wrong: something was done, and more is to be filled in. */
export type Again = Readonly<{ again: Html }>;

/** `locale`: whose language a refusal is told in, as soon as it is known. */
type Event = APIGatewayProxyEventV2 & { locale?: Locale };
type Result = APIGatewayProxyStructuredResultV2;

/** The longest findings the schema admits, in Chinese and percent-encoded, take 280 KB. */
const MOST_BYTES = 384 * 1024;
/** Shorter texts are soon written again. */
const FEWEST = 6;
/** An id, an option or a digest has neither a blank nor an ideograph. */
const WORDS = /\s|\p{Script=Han}/u;
const logger = new Logger();

/** Every page is wrapped alike: log context without the event, security headers, form, and refusals as pages. */
export const page = <Opened extends Readonly<{ locale: Locale }>>({
  page: name,
  find,
  open,
  show,
  data,
  act,
  may,
}: Page<Opened>) => {
  const path = pathOf(name);
  const origin = act && new URL(env('BASE_URL').BASE_URL).origin;

  async function followed(event: Event, now: Date): Promise<Followed> {
    const link = await find(event.pathParameters?.token ?? '', name, now);
    if (!link) throw new LinkGone();
    return link;
  }

  async function opened(event: Event, link: Followed, now: Date): Promise<Opened> {
    const found = await open(link, now);
    event.locale = localeOf(event.queryStringParameters?.lang) ?? found.locale;
    return { ...found, locale: event.locale };
  }

  async function get(event: Event): Promise<Result> {
    const now = new Date();
    const link = await followed(event, now);
    const found = await opened(event, link, now);
    if (data && event.queryStringParameters?.form === 'json') return json(data(found));
    return answer(200, guarded(String(await show(found, now)), guardOf(path, link)));
  }

  async function post(event: Event): Promise<Result> {
    if (typeof event.body !== 'object') throw new NotAForm();
    refuseForeign(event, origin ?? '');
    const now = new Date();
    const link = await followed(event, now);
    const form = typed(event.body);
    const guard = guardOf(path, link);
    refuseUnguarded(form[GUARD], guard);
    if (may && !(await may('forms of a link', link.hash, now))) throw new TooManyForms();
    const shown = await act?.(await opened(event, link, now), form, now);
    // Reloading the page that follows repeats nothing.
    if (!shown) return { statusCode: 303, headers: { location: samePage(event) } };
    if ('again' in shown) return answer(200, guarded(String(await shown.again), guard));
    return answer(400, guarded(String(await shown), guard));
  }

  return middy<Event, Result>()
    .use(injectLambdaContext(logger, { clearState: true }) as MiddlewareObj<Event, Result>)
    .use(httpHeaderNormalizer() as MiddlewareObj<Event, Result>)
    .use(httpSecurityHeaders(SECURITY) as MiddlewareObj<Event, Result>)
    .use({ onError: refuse })
    .use({ before: ({ event }) => rejectLarge(event) })
    .use(httpUrlencodeBodyParser({ disableContentTypeError: true }) as unknown as MiddlewareObj<Event, Result>)
    .handler((event: Event) => {
      const { method } = event.requestContext.http;
      if (method === 'GET') return get(event);
      if (method === 'POST' && act) return post(event);
      throw new NoSuchPage();
    });
};

/**
 * The defaults forbid forms. `upgrade-insecure-requests` is left out: the pages load nothing, and it would break them on
 * a plain-http machine. With `no-referrer` a browser would post our own forms with `Origin: null`.
 */
const SECURITY = {
  contentSecurityPolicy: {
    'default-src': "'none'",
    'style-src': STYLE_HASH,
    'form-action': "'self'",
    sandbox: 'allow-forms allow-same-origin allow-top-navigation-to-custom-protocols',
    'report-to': '',
    'upgrade-insecure-requests': undefined as unknown as string,
  },
  permissionsPolicy: false,
  referrerPolicy: { policy: 'same-origin' },
};

const samePage = ({ rawPath, queryStringParameters }: Event): string => {
  const lang = localeOf(queryStringParameters?.lang);
  return lang ? `${rawPath}?lang=${lang}` : rawPath;
};

const answer = (statusCode: number, body: string): Result => ({
  statusCode,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  body,
});

const json = (content: object): Result => ({
  statusCode: 200,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(content, null, 2),
});

function rejectLarge({ body }: Event): void {
  if (body && body.length > MOST_BYTES) throw new TooLarge();
}

/** Returns nothing: a returned response would end the chain before the security headers are on it. */
async function refuse(request: middy.Request<Event, Result>): Promise<void> {
  request.response = await refused(request.event, request.error);
}

async function refused(event: Event, error: unknown): Promise<Result> {
  const { name, statusCode } = toldAs(error);
  if (statusCode === 500) logger.error('a page failed', { error });
  const back = name === 'NoSuchPage' || name === 'LinkGone' || name === 'Erased' ? undefined : samePage(event);
  const locale = event.locale ?? localeOf(event.queryStringParameters?.lang) ?? preferred(event);
  const nowWith = error instanceof NotYours ? error.nowWith : undefined;
  const againInHours = error instanceof TooManyCodes ? error.hours : undefined;
  // Another site's form is not read out on a page of ours.
  const wrote = error instanceof ForeignForm ? [] : wordsOf(event);
  return answer(statusCode, String(await refusal(name, locale, { back, nowWith, againInHours, wrote })));
}

/** What was written in a form, and not chosen. */
function wordsOf({ body }: Event): string[] {
  const { [GUARD]: _, ...fields } = typed(body);
  return Object.values(fields).filter((text) => text.trim().length >= FEWEST && WORDS.test(text.trim()));
}

/** Of a browser whose link tells us nothing about the person. */
const preferred = ({ headers }: Event): Locale => {
  const wanted = headers['accept-language'] ?? '';
  if (/^zh-(TW|HK|MO|Hant)/i.test(wanted)) return 'zh-Hant';
  return /^(?!zh)[a-z]/i.test(wanted) ? 'en' : 'zh-Hans';
};
