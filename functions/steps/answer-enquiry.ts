import { askPerson } from '../adapters/ask-person.ts';
import { step, Waiting } from '../adapters/step.ts';
import { stores } from '../adapters/stores.ts';
import { workDue } from '../adapters/work-due.ts';
import { departmentsOf } from '../domain/departments.ts';
import { excludedFrom } from '../domain/four-eyes.ts';
import { taskNames } from '../domain/tasks.ts';
import { COMPLAINT_DESK } from '../rules/departments.ts';

const store = stores();
const ask = askPerson(store);
const dueAt = workDue();

/** The light path: one owner answers an inquiry, a suggestion or praise. */
export const handler = step(Waiting, async ({ ticket: id, execution, token }, now) => {
  const ticket = await store.log.read(id, execution);
  const department = departmentsOf(ticket)[0] ?? COMPLAINT_DESK;
  await ask(
    ticket,
    {
      task: taskNames.answer(ticket),
      token,
      work: 'answer',
      role: department === COMPLAINT_DESK ? 'triage' : 'handler',
      department,
      excluded: excludedFrom(ticket, 'answer'),
      dueAt: dueAt(ticket, 'department', now),
      purpose: 'work-link',
      page: 'work',
      by: 'answer-enquiry',
    },
    now,
  );
});
