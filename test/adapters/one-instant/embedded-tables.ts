import { fileURLToPath } from 'node:url';
import { watchActivity } from '../../../local/activity.ts';
import { createClock } from '../../../local/clock.ts';
import { createMeter } from '../../../local/meter.ts';
import { answerJson } from '../../../local/protocol/aws-json.ts';
import { type HttpResponse, requestOf } from '../../../local/protocol/http-message.ts';
import { call } from '../../../local/protocol/operation.ts';
import { dynamoDb } from '../../../local/services/dynamodb.ts';
import { readAssembly } from '../../../local/template/assembly.ts';
import { loadStack } from '../../../local/template/stack.ts';

/** What an SDK client wants to send. */
export type Sent = Readonly<{ headers: Readonly<Record<string, string>>; body: Uint8Array }>;
export type EmbeddedTables = Awaited<ReturnType<typeof embeddedTables>>;

/** The two tables of the template, in the embedded cloud's DynamoDB and nothing else of it, reached without a socket. */
export async function embeddedTables(startAt: string) {
  const activity = watchActivity();
  const clock = createClock('virtual', Date.parse(startAt), activity);
  const meter = createMeter(clock.now, () => undefined);
  meter.pause();
  const { operations, deploy, close } = dynamoDb({ activity, clock, meter, onChange: () => {} });
  const stack = loadStack(
    readAssembly(fileURLToPath(new URL('../../../cdk.out', import.meta.url))),
    'http://localhost',
  );
  await deploy(stack);
  const nameOf = (path: string) => {
    const found = stack.ofType('AWS::DynamoDB::GlobalTable').find((table) => table.path.includes(path));
    if (!found) throw new Error(`the stack has no table at ${path}`);
    return found.name;
  };
  return {
    tickets: nameOf('Tickets'),
    caseFiles: nameOf('CaseFiles'),
    answer: ({ headers, body }: Sent): Promise<HttpResponse> => {
      const sent = [Buffer.from(body.buffer, body.byteOffset, body.length)];
      return answerJson('dynamodb', operations, requestOf('POST', '/', { ...headers }, sent), {});
    },
    /** The same without JSON: for whatever is not raced. */
    run: (operation: string, input: object) => call('dynamodb', operations, operation, input, {}),
    close,
  };
}
