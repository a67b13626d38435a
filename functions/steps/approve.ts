import * as z from 'zod/mini';
import { askPerson } from '../adapters/ask-person.ts';
import { step, Waiting } from '../adapters/step.ts';
import { stores } from '../adapters/stores.ts';
import { workDue } from '../adapters/work-due.ts';
import { coverLevel } from '../domain/cover-level.ts';
import { leadOf } from '../domain/departments.ts';
import { excludedFrom } from '../domain/four-eyes.ts';
import { proposalAsked } from '../domain/propose.ts';
import { NobodyOnRoster } from '../domain/refusals.ts';
import { Role } from '../domain/roster.ts';
import { taskNames } from '../domain/tasks.ts';
import type { Ticket } from '../domain/ticket.ts';
import { LEVELS } from '../rules/approval-matrix.ts';
import { COMPLAINT_DESK } from '../rules/departments.ts';

const store = stores();
const ask = askPerson(store);
const dueAt = workDue();
/** `step` counts the levels of the proposal, from 0. */
const Input = z.extend(Waiting, { step: z.int() });

/** One level's decision on the newest proposal, by somebody who neither investigated nor decided before. */
export const handler = step(Input, async ({ ticket: id, execution, token, step: nth }, now) => {
  const before = await store.log.read(id, execution);
  const proposal = proposalAsked(before);
  const role = Role.parse(proposal?.levels[nth]);
  const lead = leadOf(before, COMPLAINT_DESK) ?? COMPLAINT_DESK;
  const department = role === 'head-office' ? COMPLAINT_DESK : lead;
  const who = { at: now.toISOString(), by: 'approve' };
  const task = taskNames.approve(before, nth);
  const covered = (forWantOfOthers: boolean) => (current: Ticket) =>
    coverLevel(current, nth, department, LEVELS, forWantOfOthers);
  const ticket = await store.log.decide(before, who, covered(false), { token });
  try {
    await ask(
      ticket,
      {
        task,
        token,
        work: 'approve',
        role,
        department,
        level: role,
        proposal: proposal?.proposal,
        excluded: excludedFrom(ticket, 'approve'),
        dueAt: dueAt(ticket, 'approval', now),
        purpose: 'approval-link',
        page: 'approval',
        by: 'approve',
      },
      now,
    );
  } catch (error) {
    // Nobody else may be asked: whoever decided for those below, and stands so high, has decided for this level, too.
    if (!(error instanceof NobodyOnRoster)) throw error;
    const { tasks } = await store.log.decide(ticket, who, covered(true), { token });
    if (!tasks[task]) throw error;
  }
});
