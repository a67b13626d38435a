import { createHmac, timingSafeEqual } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { canonical } from './digest.ts';
import type { Followed } from './links.ts';
import { ForeignForm } from './page-refusals.ts';

/** The hidden field that makes a form one of its page's. */
export const GUARD = 'form';

/**
 * Under the link's token, which no other page and no other site knows, over what the link was bound to when it was sent.
 * Nothing is kept for it, and no cookie set.
 */
export function guardOf(path: string, { token, ticket, task, person, level, proposal, version }: Followed): string {
  const shown = canonical(['redress form', path, ticket, task, person, level, proposal, version]);
  return createHmac('sha256', token).update(shown).digest('base64url');
}

/** Every form of a page carries it: put in here, so that no view can forget it. Whatever people wrote is escaped, and no form. */
export const guarded = (page: string, guard: string): string =>
  page.replaceAll(/<form method="post"[^>]*>/g, `$&<input type="hidden" name="${GUARD}" value="${guard}">`);

/**
 * A form is sent by a browser from a page of ours: with our origin, and nothing that says it came from elsewhere. A post
 * without an origin is no browser's.
 */
export function refuseForeign({ headers }: Pick<APIGatewayProxyEventV2, 'headers'>, origin: string): void {
  const site = headers['sec-fetch-site'];
  if (headers.origin !== origin || (site !== undefined && site !== 'same-origin')) throw new ForeignForm();
}

export function refuseUnguarded(given: string | undefined, guard: string): void {
  const [one, other] = [Buffer.from(given ?? ''), Buffer.from(guard)];
  if (one.length !== other.length || !timingSafeEqual(one, other)) throw new ForeignForm();
}
