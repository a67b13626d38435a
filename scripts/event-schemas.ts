import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { ComplaintPosted } from '../functions/domain/complaint-posted.ts';
import { FollowUpPosted } from '../functions/domain/follow-up-posted.ts';
import { CommandAnswered } from '../functions/domain/settle-command.ts';

/** What other systems send us, as JSON Schema, by file. Made from the schemas that check it. */
export const EVENT_SCHEMAS = {
  'complaint-posted.v1.schema.json': schemaOf(ComplaintPosted, 'ComplaintPosted', 'What a channel posts, version 1.'),
  'follow-up-posted.v1.schema.json': schemaOf(
    FollowUpPosted,
    'FollowUpPosted',
    'What a channel posts when there is more from the complainant, version 1.',
  ),
  'command-answered.schema.json': schemaOf(
    CommandAnswered,
    'CommandCarriedOut, CommandFailed',
    'What core banking answers to a CommandOrdered event.',
  ),
};

function schemaOf(schema: z.core.$ZodType, title: string, description: string): string {
  const { $schema, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return `${JSON.stringify({ $schema, title, description, ...json }, null, 2)}\n`;
}

/** `node scripts/event-schemas.ts` writes them; a test fails while they differ. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, text] of Object.entries(EVENT_SCHEMAS))
    writeFileSync(new URL(`../docs/events/${file}`, import.meta.url), text);
}
