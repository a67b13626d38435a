import { askPerson } from '../adapters/ask-person.ts';
import { step, Waiting } from '../adapters/step.ts';
import { stores } from '../adapters/stores.ts';
import { excludedFrom } from '../domain/four-eyes.ts';
import { hoursAfter } from '../domain/later.ts';
import { TRIAGE_DESK, taskNames } from '../domain/tasks.ts';
import { COMPLAINT_DESK } from '../rules/departments.ts';
import { POLICY } from '../rules/policy.ts';

const store = stores();
const ask = askPerson(store);

/** No rule can route it: the triage desk says where it goes. */
export const handler = step(Waiting, async ({ ticket: id, execution, token }, now) => {
  const ticket = await store.log.read(id, execution);
  await ask(
    ticket,
    {
      task: taskNames.route(ticket),
      token,
      work: 'route',
      role: 'triage',
      department: COMPLAINT_DESK,
      excluded: excludedFrom(ticket, 'route'),
      owner: TRIAGE_DESK,
      dueAt: hoursAfter(now, POLICY.routeWithinHours),
      purpose: 'desk-link',
      page: 'desk',
      by: 'route-by-hand',
    },
    now,
  );
});
