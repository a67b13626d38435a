import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import type { Clock } from './clock.ts';
import { type Route, routesOf } from './http-api-routes.ts';
import type { LambdaRuntime } from './lambda-runtime.ts';
import type { Meter } from './meter.ts';
import type { HttpRequest, HttpResponse } from './protocol/http-message.ts';
import type { Stack } from './template/stack.ts';

export type HttpApi = Readonly<{
  deploy(stack: Stack): void;
  answer(request: HttpRequest): Promise<HttpResponse>;
  accessLog: readonly string[];
}>;

type Options = Readonly<{ clock: Clock; lambda: LambdaRuntime; meter: Meter }>;
type LambdaResponse = Readonly<{
  statusCode?: number;
  headers?: Readonly<Record<string, unknown>>;
  cookies?: readonly string[];
  body?: string;
  isBase64Encoded?: boolean;
}>;

const LARGEST_BODY = 10 * 1024 * 1024;
const TEXT = /^(text\/|application\/(json|javascript|xml)\b|application\/[\w.-]+\+(json|xml)\b)/;

const message = (status: number, text: string): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ message: text }),
});

/** The stack's HTTP API: payload format 2.0 in and out. */
export function httpApi({ clock, lambda, meter }: Options): HttpApi {
  let routes: readonly Route[] = [];
  let accessLogFormat: string | undefined;
  const accessLog: string[] = [];

  const integrate = async (
    request: HttpRequest,
    requestId: string,
    route: Route,
    parameters: Record<string, string>,
  ) => {
    const name = lambda.nameOf(route.functionArn);
    if (!name) return message(500, 'Internal Server Error');
    const event = eventOf(request, requestId, route, parameters, clock.now());
    const { failed, payload } = await lambda.invoke(name, event, route.key);
    return failed ? message(500, 'Internal Server Error') : responseOf(payload);
  };

  const respond = async (request: HttpRequest, requestId: string) => {
    if (request.body.length > LARGEST_BODY) return { response: message(413, 'Request Entity Too Large') };
    for (const route of routes) {
      const parameters = route.match(request.method, request.path);
      if (parameters) return { route, response: await integrate(request, requestId, route, parameters) };
    }
    return { response: message(404, 'Not Found') };
  };

  const logAccess = (
    request: HttpRequest,
    requestId: string,
    route: Route | undefined,
    { status, body }: HttpResponse,
  ) => {
    if (!accessLogFormat) return;
    const context: Readonly<Record<string, unknown>> = {
      requestId,
      routeKey: route?.key ?? '-',
      status,
      responseLength: body ? Buffer.byteLength(body) : 0,
      httpMethod: request.method,
      path: request.path,
      protocol: 'HTTP/1.1',
      requestTime: apacheTime(clock.now()),
      requestTimeEpoch: clock.now(),
      stage: '$default',
      'identity.sourceIp': '127.0.0.1',
      'identity.userAgent': request.headers['user-agent'] ?? '-',
    };
    accessLog.push(accessLogFormat.replace(/\$context\.([\w.]+)/g, (_, name: string) => String(context[name] ?? '-')));
  };

  return {
    accessLog,
    deploy(stack) {
      routes = routesOf(stack);
      const [stage] = stack.ofType('AWS::ApiGatewayV2::Stage');
      accessLogFormat = (stage?.properties.AccessLogSettings as { Format?: string } | undefined)?.Format;
    },
    async answer(request) {
      const requestId = randomUUID();
      const { route, response } = await respond(request, requestId);
      meter.record({ service: 'http-api', what: 'Request', resource: route?.key ?? '-' });
      logAccess(request, requestId, route, response);
      return { ...response, headers: { ...response.headers, 'apigw-requestid': requestId } };
    },
  };
}

function eventOf(
  request: HttpRequest,
  requestId: string,
  route: Route,
  pathParameters: Record<string, string>,
  now: number,
) {
  const { cookie, ...headers } = request.headers;
  const type = headers['content-type'];
  const isText = type === undefined ? isUtf8(request.body) : TEXT.test(type);
  const query = queryParameters(request.query);
  const host = headers.host ?? 'localhost';
  return {
    version: '2.0',
    routeKey: route.key,
    rawPath: request.path,
    rawQueryString: request.query,
    ...(cookie ? { cookies: cookie.split(/;\s*/) } : {}),
    headers,
    ...(query ? { queryStringParameters: query } : {}),
    requestContext: {
      accountId: route.account,
      apiId: route.apiId,
      domainName: host,
      domainPrefix: host.split('.')[0],
      http: {
        method: request.method,
        path: request.path,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId,
      routeKey: route.key,
      stage: '$default',
      time: apacheTime(now),
      timeEpoch: now,
    },
    ...(Object.keys(pathParameters).length ? { pathParameters } : {}),
    ...(request.body.length ? { body: request.body.toString(isText ? 'utf8' : 'base64') } : {}),
    isBase64Encoded: request.body.length > 0 && !isText,
  };
}

function queryParameters(query: string): Record<string, string> | undefined {
  if (!query) return undefined;
  const parameters: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    parameters[name] = Object.hasOwn(parameters, name) ? `${parameters[name]},${value}` : value;
  }
  return parameters;
}

/** A result without a status code is the body of a 200. */
function responseOf(payload: unknown): HttpResponse {
  if (typeof payload !== 'object' || payload === null || !('statusCode' in payload)) {
    return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(payload) };
  }
  const { statusCode = 200, headers = {}, cookies, body = '', isBase64Encoded } = payload as LambdaResponse;
  const lowered = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  return {
    status: Number(statusCode),
    headers: {
      'content-type': 'text/plain;charset=UTF-8',
      ...Object.fromEntries(lowered),
      ...(cookies ? { 'set-cookie': cookies } : {}),
    },
    body: isBase64Encoded ? Buffer.from(body, 'base64') : body,
  };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function apacheTime(time: number) {
  const [date = '', clock = ''] = new Date(time).toISOString().split('T');
  const [year, month, day] = date.split('-');
  return `${day}/${MONTHS[Number(month) - 1]}/${year}:${clock.slice(0, 8)} +0000`;
}
