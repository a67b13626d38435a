import { createHmac } from 'node:crypto';
import { secrets } from './secrets.ts';
import type { SmsPort } from './sms.ts';

const TIMEOUT_MS = 5_000;

/**
 * A gateway inside the country, over HTTP: POST of `{to, text, template, sender}` as JSON, signed in the header
 * `x-signature` with HMAC-SHA-256 over the body; it answers 2xx with `{id}`.
 */
export function smsGateway(url: string, secretArn: string, sender: string | undefined): SmsPort {
  const secret = secrets();
  return async (message) => {
    const body = JSON.stringify({ ...message, sender });
    const signature = createHmac('sha256', await secret(secretArn, new Date()))
      .update(body)
      .digest('hex');
    const headers = { 'content-type': 'application/json', 'x-signature': signature };
    const answer = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!answer.ok) throw new GatewayRefused(String(answer.status));
    const { id } = (await answer.json()) as { id?: unknown };
    return String(id ?? '');
  };
}

/** The gateway did not take the message; the message is its HTTP status. */
export class GatewayRefused extends Error {
  override readonly name = 'GatewayRefused';
}
