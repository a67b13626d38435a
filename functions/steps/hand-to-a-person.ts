import * as z from 'zod/mini';
import { askPerson } from '../adapters/ask-person.ts';
import { step, Waiting } from '../adapters/step.ts';
import { stores } from '../adapters/stores.ts';
import { excludedFrom } from '../domain/four-eyes.ts';
import { hoursAfter } from '../domain/later.ts';
import { park } from '../domain/park.ts';
import { COMPLAINT_DESK } from '../rules/departments.ts';
import { POLICY } from '../rules/policy.ts';

const store = stores();
const ask = askPerson(store);
/** `slot`, `step`: which iteration of the investigation or the approval stands still. */
const Input = z.extend(Waiting, {
  state: z.string(),
  error: z.string(),
  slot: z.optional(z.int()),
  step: z.optional(z.int()),
});

/** Whatever nobody foresaw waits at the triage desk with its error, and goes on when a person says so. */
export const handler = step(Input, async ({ ticket: id, execution, token, state, error, slot, step: nth }, now) => {
  const ticket = await store.log.read(id, execution);
  const part = slot ?? nth;
  const opening = park(ticket, part === undefined ? state : `${state} ${part}`, error);
  const { task } = opening;
  await ask(
    ticket,
    {
      task,
      token,
      opening,
      work: 'parked',
      role: 'triage',
      department: COMPLAINT_DESK,
      excluded: excludedFrom(ticket, 'parked'),
      dueAt: hoursAfter(now, POLICY.resumeWithinHours),
      purpose: 'desk-link',
      page: 'desk',
      by: 'hand-to-a-person',
    },
    now,
  );
});
