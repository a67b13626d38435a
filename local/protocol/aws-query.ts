import { randomUUID } from 'node:crypto';
import { AwsError } from './aws-error.ts';
import type { HttpRequest, HttpResponse } from './http-message.ts';
import { type Caller, call, type Operations } from './operation.ts';
import { xml } from './xml.ts';

/** AWS Query: the operation and its parameters come as a form, the answer goes as XML. */
export async function answerQuery(
  service: string,
  operations: Operations,
  { body }: HttpRequest,
  caller: Caller,
): Promise<HttpResponse> {
  const { Action = '', Version: _, ...parameters } = readForm(body.toString());
  const name = String(Action);
  const RequestId = randomUUID();
  const reply = (status: number, output: string): HttpResponse => ({
    status,
    headers: { 'content-type': 'text/xml', 'x-amzn-requestid': RequestId },
    body: output,
  });
  try {
    const output = await call(service, operations, name, parameters, caller);
    return reply(200, xml(`${name}Response`, { [`${name}Result`]: output ?? {}, ResponseMetadata: { RequestId } }));
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const { code: Code, message: Message, status } = error;
    return reply(status, xml('ErrorResponse', { Error: { Type: 'Sender', Code, Message }, RequestId }));
  }
}

type Form = { [name: string]: string | Form | (string | Form)[] };

/** `A.entry.1.Name=x` becomes `{ A: [{ Name: 'x' }] }`: numbered parts are lists, `entry` and `member` are only spelling. */
function readForm(form: string): Form {
  const root: Form = {};
  for (const [path, value] of new URLSearchParams(form)) {
    const parts = path.split('.').filter((part) => part !== 'entry' && part !== 'member');
    let place = root;
    for (const part of parts.slice(0, -1)) {
      place[part] ??= {};
      place = place[part] as Form;
    }
    place[String(parts.at(-1))] = value;
  }
  return listed(root) as Form;
}

function listed(value: Form | string | (Form | string)[]): Form | string | (Form | string)[] {
  if (typeof value === 'string' || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([name, item]) => [name, listed(item)] as const);
  if (entries.length && entries.every(([name]) => /^\d+$/.test(name))) return entries.map(([, item]) => item as Form);
  return Object.fromEntries(entries);
}
