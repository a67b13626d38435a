import { askPerson } from '../adapters/ask-person.ts';
import { step, Waiting } from '../adapters/step.ts';
import { stores } from '../adapters/stores.ts';
import { excludedFrom } from '../domain/four-eyes.ts';
import { hoursAfter } from '../domain/later.ts';
import { callTask } from '../domain/reply-act.ts';
import { TRIAGE_DESK } from '../domain/tasks.ts';
import { COMPLAINT_DESK } from '../rules/departments.ts';
import { POLICY } from '../rules/policy.ts';

const store = stores();
const ask = askPerson(store);

/** The complainant wants to be called, or no other way got through: somebody of the desk dials, and says when and what came of it. */
export const handler = step(Waiting, async ({ ticket: id, execution, token }, now) => {
  const ticket = await store.log.read(id, execution);
  await ask(
    ticket,
    {
      task: callTask(ticket),
      token,
      work: 'call',
      role: 'triage',
      department: COMPLAINT_DESK,
      excluded: excludedFrom(ticket, 'call'),
      owner: TRIAGE_DESK,
      dueAt: hoursAfter(now, POLICY.callWithinHours),
      purpose: 'call-link',
      page: 'call',
      by: 'call-cardholder',
    },
    now,
  );
});
