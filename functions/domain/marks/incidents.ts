import { hoursAfter } from '../later.ts';
import { type Desk, type Mark, type Telling, tell, WHOEVER_IS_TOLD } from '../mark.ts';
import type { Task, Ticket } from '../ticket.ts';
import { again } from './again.ts';

const OFFICER = { role: 'incident-officer', department: 'complaint-desk' } as const;
const HEAD = { role: 'head-of-complaint-work', department: 'complaint-desk' } as const;

/**
 * An incident is told to the incident officer, who owes a plan; they are reminded, and then the head of complaint work is
 * told: again and again, for as long as there is no plan.
 */
export function incidentMarks(ticket: Ticket, { policy }: Desk): Mark[] {
  return ticket.raised.flatMap(({ incident, at }) => {
    const task = `plan-${incident}`;
    const known = ticket.tasks[task];
    if (known?.closed) return [];
    const dueAt = known?.dueAt ?? hoursAfter(new Date(at), policy.planWithinHours);
    if (!known) return [asked(task, at, dueAt)];
    const raised = escalation(known);
    return [
      asked(task, at, dueAt),
      reminded(known, policy.remindAfterShare),
      tell(dueAt, raised),
      ...again(ticket, raised, policy.raiseAgainEveryDays),
    ];
  });
}

const asked = (task: string, at: string, dueAt: string): Mark =>
  tell(at, {
    ...{ message: `${task}-asked`, purpose: 'incident', to: OFFICER, page: 'plan', task, dueAt },
    events: [
      {
        type: 'TaskOpened',
        task,
        work: 'plan',
        department: OFFICER.department,
        level: OFFICER.role,
        person: WHOEVER_IS_TOLD,
        dueAt,
      },
    ],
  });

function reminded({ id: task, person, openedAt, dueAt = openedAt }: Task, share: number): Mark {
  const time = Date.parse(dueAt) - Date.parse(openedAt);
  const at = new Date(Date.parse(openedAt) + time * share).toISOString();
  const events = [{ type: 'Reminded', task } as const];
  return tell(at, {
    ...{ message: `${task}-reminder`, purpose: 'work-reminder', to: { person }, page: 'plan', task, dueAt, events },
  });
}

const escalation = ({ id: task, openedAt, dueAt = openedAt }: Task): Telling => ({
  ...{ message: `${task}-escalated`, purpose: 'escalation', to: HEAD, page: 'plan', task, dueAt },
  events: [{ type: 'Escalated', task, to: WHOEVER_IS_TOLD, level: HEAD.role, rule: 'plan' }],
});
