import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * What the gates were set by: the DynamoDB clients in a bundle of their own took 39.1 ms above a bare handler on the idle
 * machine of that day. Another machine, or a busy one, takes longer for all bundles alike.
 */
export const REFERENCE_MS = 39.1;

const SOURCE = `
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));
export const handler = () => [db, GetCommand, PutCommand, QueryCommand];
`;

/** Writes that bundle, and says where. */
export async function reference(): Promise<string> {
  const outfile = join(mkdtempSync(join(tmpdir(), 'redress-cold-start-')), 'index.cjs');
  await build({
    stdin: { contents: SOURCE, resolveDir: import.meta.dirname },
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    mainFields: ['module', 'main'],
    legalComments: 'none',
    logLevel: 'warning',
  });
  return outfile;
}
