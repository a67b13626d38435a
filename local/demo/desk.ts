import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { caseFile } from '../../functions/adapters/case-file.ts';
import { roster } from '../../functions/adapters/roster.ts';
import { ticketLog } from '../../functions/adapters/ticket-log.ts';
import { Channel } from '../../functions/domain/complaint-posted.ts';
import { Roster } from '../../functions/domain/roster.ts';
import type { Cloud, CloudOptions } from '../cloud.ts';
import { startCloud } from '../cloud.ts';
import { channel } from './channel.ts';
import { ANCHOR_SCHEDULE, nextAnchor } from './next-anchor.ts';
import { nextDue } from './next-due.ts';

export const SAMPLE_ROSTER = new URL('../sample-roster.json', import.meta.url);
const WATCH_RULE = 'Redress/Watch/EveryMinute';

/** Secrets of a run on this machine; a bank fills in its own. */
const secretOf = (sender: string) => `sample-secret-of-${sender}`;

/** Fixed, so that the same post has the same ticket number in every run. */
export const TICKET_KEY = 'sample-ticket-key';

/** A complaint desk on the embedded cloud, with the sample roster and sample secrets of its channels. */
export async function openDesk(options: Partial<Omit<CloudOptions, 'wakeFor' | 'onChange'>> = {}) {
  let tables: ReturnType<typeof tablesOf>;
  const cloud = await startCloud({
    assembly: fileURLToPath(new URL('../../cdk.out', import.meta.url)),
    ...options,
    wakeFor: {
      [WATCH_RULE]: async () => tables.due.next(),
      [ANCHOR_SCHEDULE]: (cloud) => tables.anchor.next(cloud),
    },
    // Whatever is written before the tables are known is read from them when it is first asked for.
    onChange: (change) => {
      tables?.due.note(change);
      tables?.anchor.note(change);
    },
  });
  const client = clientOptions(cloud);
  tables = tablesOf(cloud, client);

  const secrets = new SecretsManagerClient(client);
  const senders = [...Channel.options, 'core-banking'];
  const SecretString = JSON.stringify(Object.fromEntries(senders.map((sender) => [sender, [secretOf(sender)]])));
  await secrets.send(
    new PutSecretValueCommand({ SecretId: nameOf(cloud, 'AWS::SecretsManager::Secret', 'Channels'), SecretString }),
  );
  await secrets.send(
    new PutSecretValueCommand({
      SecretId: nameOf(cloud, 'AWS::SecretsManager::Secret', 'TicketKey'),
      SecretString: TICKET_KEY,
    }),
  );
  for (const person of Roster.parse(JSON.parse(readFileSync(SAMPLE_ROSTER, 'utf8')))) await tables.roster.put(person);

  const events = new EventBridgeClient(client);
  const EventBusName = nameOf(cloud, 'AWS::Events::EventBus', '');
  return {
    cloud,
    ...tables,
    channel: channel(cloud.url, secretOf, cloud.now),
    async putEvent(Source: string, DetailType: string, detail: unknown): Promise<void> {
      const Entries = [{ EventBusName, Source, DetailType, Detail: JSON.stringify(detail) }];
      await events.send(new PutEventsCommand({ Entries }));
    },
  };
}
export type Desk = Awaited<ReturnType<typeof openDesk>>;

function clientOptions(cloud: Cloud) {
  const { AWS_ENDPOINT_URL, AWS_REGION, AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = cloud.env();
  const credentials = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY };
  return { endpoint: AWS_ENDPOINT_URL, region: AWS_REGION, credentials };
}

function tablesOf(cloud: Cloud, client: ReturnType<typeof clientOptions>) {
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(client), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const tickets = nameOf(cloud, 'AWS::DynamoDB::GlobalTable', 'Tickets');
  const caseFiles = nameOf(cloud, 'AWS::DynamoDB::GlobalTable', 'CaseFiles');
  return {
    db,
    tables: { tickets, caseFiles },
    log: ticketLog(db, tickets),
    files: caseFile(db, caseFiles),
    roster: roster(db, caseFiles),
    due: nextDue(db, tickets),
    anchor: nextAnchor(db, tickets),
  };
}

function nameOf({ resources }: Cloud, type: string, path: string): string {
  const found = resources.find((resource) => resource.type === type && resource.path.includes(path));
  if (!found) throw new Error(`the stack has no ${type} at ${path}`);
  return found.name;
}
