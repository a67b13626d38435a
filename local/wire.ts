import { INVOCATION_HEADER } from './invocation-context.ts';
import { AwsError, unsupported } from './protocol/aws-error.ts';
import { answerJson } from './protocol/aws-json.ts';
import { answerQuery } from './protocol/aws-query.ts';
import type { HttpRequest, HttpResponse } from './protocol/http-message.ts';
import type { Caller, Operations } from './protocol/operation.ts';
import { xml } from './protocol/xml.ts';

export type RestService = (request: HttpRequest, caller: Caller) => Promise<HttpResponse> | HttpResponse;

/** What answers for each service, by the name it is signed for. */
export type Services = Readonly<{
  json: Readonly<Record<string, Operations>>;
  query: Readonly<Record<string, Operations>>;
  rest: Readonly<Record<string, RestService>>;
  unsigned: RestService;
}>;

/** AWS signs every call for one service; a call that is not signed is meant for the HTTP API. */
export async function answerOnWire(services: Services, request: HttpRequest): Promise<HttpResponse> {
  const service = signedFor(request);
  if (!service) return services.unsigned(request, {});
  const caller: Caller = { invocation: request.headers[INVOCATION_HEADER] };
  const { json, query, rest } = services;
  try {
    if (request.headers['x-amz-target']) return await answerJson(service, json[service] ?? {}, request, caller);
    if (query[service]) return await answerQuery(service, query[service], request, caller);
    const answer = rest[service];
    if (!answer) throw unsupported(`${service} ${request.method} ${request.path}`);
    return await answer(request, caller);
  } catch (error) {
    if (error instanceof AwsError) return refusal(service, error);
    throw error;
  }
}

function signedFor({ headers, query }: HttpRequest): string | undefined {
  const credential = /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\/aws4_request/;
  return (
    credential.exec(headers.authorization ?? '')?.[1] ??
    /X-Amz-Credential=[^&]*%2F([^%&]+)%2Faws4_request/.exec(query)?.[1]
  );
}

/** The error form of REST services: XML for S3, a header and JSON for the others. */
function refusal(service: string, { code, message, status, fields }: AwsError): HttpResponse {
  if (service === 's3') {
    return {
      status,
      headers: { 'content-type': 'application/xml' },
      body: xml('Error', { Code: code, Message: message }),
    };
  }
  const headers = { 'content-type': 'application/json', 'x-amzn-errortype': code };
  return { status, headers, body: JSON.stringify({ message, Message: message, ...fields }) };
}
