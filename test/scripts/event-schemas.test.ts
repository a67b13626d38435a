import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { publicForm } from '../../functions/domain/public-form.ts';
import { EVENT_SCHEMAS } from '../../scripts/event-schemas.ts';
import { EVERY_EVENT } from '../domain/every-event.ts';

const docs = (file: string) => readFileSync(new URL(`../../docs/events/${file}`, import.meta.url), 'utf8');

test.for(Object.entries(EVENT_SCHEMAS))(
  '%s says what the code checks (else: npx node scripts/event-schemas.ts)',
  ([file, text]) => {
    expect(docs(file)).toBe(text);
  },
);

test('every event that the bus hears is described', () => {
  const heard = Object.values(EVERY_EVENT).filter((event) => publicForm(event));
  for (const { type } of heard) expect(docs('README.md')).toContain(`\`${type}\``);
});
