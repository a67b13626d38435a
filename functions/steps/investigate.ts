import * as z from 'zod/mini';
import { askPerson } from '../adapters/ask-person.ts';
import { step, Waiting } from '../adapters/step.ts';
import { stores } from '../adapters/stores.ts';
import { workDue } from '../adapters/work-due.ts';
import { slotTask } from '../domain/departments.ts';
import { excludedFrom } from '../domain/four-eyes.ts';
import { COMPLAINT_DESK } from '../rules/departments.ts';
import { POLICY } from '../rules/policy.ts';

const store = stores();
const ask = askPerson(store);
const dueAt = workDue();
/** `slot` 0 is the lead department's, the others support it. */
const Input = z.extend(Waiting, { slot: z.int() });

/** One department's part of the investigation. Passed on twice, it is the triage desk's to decide whose it is. */
export const handler = step(Input, async ({ ticket: id, execution, token, slot }, now) => {
  const ticket = await store.log.read(id, execution);
  const { task, department, bounced, passedOnBy } = slotTask(ticket, slot);
  // What came back after a return is the department's that filed it, however often it was passed on before.
  const isTossed = passedOnBy !== undefined && bounced >= POLICY.transfersAtMost && passedOnBy !== COMPLAINT_DESK;
  const isForDesk = department === COMPLAINT_DESK || isTossed;
  await ask(
    ticket,
    {
      task,
      token,
      work: 'investigate',
      role: isForDesk ? 'triage' : 'handler',
      department: isForDesk ? COMPLAINT_DESK : department,
      excluded: excludedFrom(ticket, 'investigate'),
      dueAt: dueAt(ticket, 'department', now),
      purpose: 'work-link',
      page: 'work',
      by: 'investigate',
    },
    now,
  );
});
