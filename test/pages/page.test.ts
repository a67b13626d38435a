import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { html } from 'hono/html';
import { expect, test } from 'vitest';
import { GUARD, guardOf } from '../../functions/adapters/form-guard.ts';
import { page } from '../../functions/adapters/page.ts';
import { NotYours, TaskClosed } from '../../functions/domain/refusals.ts';
import type { Typed } from '../../functions/pages/form.ts';

const ORIGIN = 'https://complaints.bank.example';
process.env.BASE_URL = ORIGIN;
const link = {
  ...{ page: 'work' as const, ticket: 'K7Q2M9XTR4ZB', person: 'accounting-1' },
  ...{ sentAt: '2026-11-23T02:00:00.000Z', expiresAt: '2027-01-01T00:00:00.000Z' },
  ...{ token: 'good', hash: 'h' },
};
const guard = guardOf('/w/{token}', link);

const FORM = 'application/x-www-form-urlencoded';

/** A page that keeps what was posted to it. */
function sample(posted: Typed[] = []) {
  return page<{ locale: 'zh-Hans' | 'zh-Hant' | 'en' }>({
    page: 'work',
    find: async (token) => (token === 'good' ? link : undefined),
    open: async () => ({ locale: 'en' }),
    show: ({ locale }) => html`shown in ${locale}`,
    act: async (_opened, form) => {
      if (form.act === 'late') throw new TaskClosed('r1');
      if (form.act === 'given') throw new NotYours('r1', { department: 'accounting', level: 'team-lead' });
      if (form.act === 'fault') throw new Error('secret detail');
      if (form.act === 'empty') return html`again: ${form.text}`;
      const { [GUARD]: _, ...typed } = form;
      posted.push(typed);
      return undefined;
    },
  });
}

type Asked = Readonly<{
  method?: string;
  token?: string;
  lang?: string;
  body?: string;
  type?: string;
  language?: string;
  /** Where the browser says that the form comes from. */
  from?: Readonly<Record<string, string>>;
  guard?: string;
}>;

async function ask(handler: ReturnType<typeof sample>, asked: Asked): Promise<APIGatewayProxyStructuredResultV2> {
  const { method = 'GET', token = 'good', lang, body, type = FORM, language } = asked;
  const { from = { origin: ORIGIN, 'sec-fetch-site': 'same-origin' } } = asked;
  const field = `${GUARD}=${asked.guard ?? guard}`;
  const event = {
    version: '2.0',
    rawPath: `/w/${token}`,
    headers: {
      ...(method === 'POST' && from),
      ...(body !== undefined && { 'content-type': type }),
      ...(language && { 'accept-language': language }),
    },
    queryStringParameters: lang && { lang },
    requestContext: { http: { method, path: `/w/${token}` } },
    pathParameters: { token },
    body: body === undefined || type !== FORM ? body : `${field}&${body}`,
    isBase64Encoded: false,
  } as unknown as APIGatewayProxyEventV2;
  return handler(event, {
    functionName: 'work',
    awsRequestId: 'r',
  } as Context) as Promise<APIGatewayProxyStructuredResultV2>;
}

test('a link shows its page in the language of its person', async () => {
  expect(await ask(sample(), {})).toMatchObject({ statusCode: 200, body: 'shown in en' });
});

test('the switch changes the language of this one look', async () => {
  expect(await ask(sample(), { lang: 'zh-Hant' })).toMatchObject({ body: 'shown in zh-Hant' });
  expect(await ask(sample(), { lang: 'xx' })).toMatchObject({ body: 'shown in en' });
});

test('a look posts nothing', async () => {
  const posted: Typed[] = [];
  await ask(sample(posted), {});
  await ask(sample(posted), { method: 'HEAD' });
  expect(posted).toEqual([]);
});

test('what was posted leads back to the same page, in the same language', async () => {
  const posted: Typed[] = [];
  const answer = await ask(sample(posted), { method: 'POST', body: 'act=file&text=a%0D%0Ab&x=1&x=2', lang: 'en' });
  expect(answer).toMatchObject({ statusCode: 303, headers: { location: '/w/good?lang=en' } });
  expect(posted).toEqual([{ act: 'file', text: 'a\nb', x: '1,2' }]);
});

test('a form with faults is shown again with what was typed', async () => {
  const answer = await ask(sample(), { method: 'POST', body: 'act=empty&text=%3Cb%3E' });
  expect(answer).toMatchObject({ statusCode: 400, body: 'again: &lt;b&gt;' });
});

const NOT_OURS = 'This did not come from the page';

const foreign = { method: 'POST', body: 'act=file', lang: 'en' } as const;

test.for([
  ['a link that does not exist', { token: 'other', language: 'en-GB' }, 404, 'This link is not valid'],
  ['the same in Chinese', { token: 'other', language: 'zh-CN,zh;q=0.9' }, 404, '链接无效'],
  ['the same in Hong Kong', { token: 'other', language: 'zh-HK' }, 404, '連結無效'],
  ['a method the page does not have', { method: 'DELETE', language: 'en' }, 404, 'There is no such page'],
  ['a task that was closed meanwhile', { method: 'POST', body: 'act=late' }, 409, 'This task is already closed'],
  [
    'a task that is somebody else’s now',
    { method: 'POST', body: 'act=given' },
    409,
    'It is now with: Accounting · Team lead.',
  ],
  ['a form of another site', { ...foreign, from: { origin: 'https://evil.example' } }, 403, NOT_OURS],
  ['a form without an origin', { ...foreign, from: {} }, 403, NOT_OURS],
  [
    'a form that the browser sends for another site',
    { ...foreign, from: { origin: ORIGIN, 'sec-fetch-site': 'same-site' } },
    403,
    NOT_OURS,
  ],
  ['a form without its hidden field', { ...foreign, guard: '' }, 403, NOT_OURS],
  ['a form of another page', { ...foreign, guard: guardOf('/a/{token}', link) }, 403, NOT_OURS],
  [
    'a post that is no form',
    { method: 'POST', body: '{}', type: 'application/json', lang: 'en' },
    415,
    'cannot be read',
  ],
  ['a post of a megabyte', { method: 'POST', body: 'x'.repeat(1_000_000), lang: 'en' }, 413, 'This is too long'],
  ['a fault of ours', { method: 'POST', body: 'act=fault' }, 500, 'Something went wrong on our side'],
] as const)('%s is told as a page', async ([, asked, statusCode, sentence]) => {
  const answer = await ask(sample(), asked);
  expect(answer.statusCode).toBe(statusCode);
  expect(answer.body).toContain(sentence);
  expect(answer.body).not.toContain('secret detail');
  expect(answer.headers?.['content-type']).toBe('text/html; charset=utf-8');
});

test.for([
  ['a page', {}],
  ['a redirect', { method: 'POST', body: 'act=file' }],
  ['a refusal', { method: 'POST', body: 'act=late' }],
  ['a wrong link', { token: 'other' }],
] as const)('%s carries the security headers', async ([, asked]) => {
  const { headers = {} } = await ask(sample(), asked);
  const policy = String(headers['Content-Security-Policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/style-src 'sha256-[A-Za-z0-9+/=]{44}'/);
  expect(policy).toContain("form-action 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/upgrade-insecure-requests|script-src|unsafe/);
  expect(headers['Referrer-Policy']).toBe('same-origin');
  expect(headers['X-Content-Type-Options']).toBe('nosniff');
});

test.for(['late', 'fault'])(
  'what was written stands on the page that refuses it (%s), to copy; what was chosen does not',
  async (act) => {
    const words = 'The <b>waiver</b> was promised, word for word. 附录音文字。';
    const fields = new URLSearchParams({ act, reason: words, code: '123456', for: 'return', to: 'customer-service' });
    const { statusCode, body = '' } = await ask(sample(), { method: 'POST', body: String(fields), lang: 'en' });
    expect(statusCode).toBeGreaterThanOrEqual(400);
    expect(body).toContain('What you wrote, to copy');
    expect(body).toContain('The &lt;b&gt;waiver&lt;/b&gt; was promised, word for word. 附录音文字。');
    for (const kept of ['123456', 'customer-service', guard]) expect(body).not.toContain(kept);
  },
);

test('what another site sends is not read out on a page of ours', async () => {
  const foreign = { method: 'POST', body: 'reason=Call+this+number+at+once', from: { origin: 'https://evil.example' } };
  const { statusCode, body } = await ask(sample(), foreign);
  expect(statusCode).toBe(403);
  expect(body).not.toContain('Call this number');
});

test('no page is kept by a cache', async () => {
  expect((await ask(sample(), {})).headers?.['cache-control']).toBe('no-store');
  expect((await ask(sample(), { token: 'other' })).headers?.['cache-control']).toBe('no-store');
});
