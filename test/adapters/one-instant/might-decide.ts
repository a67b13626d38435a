import type { Decision } from '../../../functions/domain/ticket-event.ts';
import { TASK } from './a-waiting-ticket.ts';

/**
 * Whether somebody might decide about the approval by what stood in the log at a moment, told from its events alone: it is
 * open, theirs or put before them as one above, and neither they nor anybody in whose place they are had a hand in it.
 */
export function mightDecide(before: readonly Decision[], person: string): boolean {
  let [holder, principal, isOpen] = ['', '', false];
  const [above, acted, givers] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { by, events } of before) {
    for (const event of events) {
      if (event.type === 'FindingsFiled' || event.type === 'Approved' || event.type === 'Returned') acted.add(by);
      if (event.type === 'Withdrawn') isOpen = false;
      if (!('task' in event) || event.task !== TASK) continue;
      if (event.type === 'TaskOpened') [holder, principal, isOpen] = [event.person, event.actingFor ?? '', true];
      if (event.type === 'Escalated') above.add(event.to);
      if (event.type === 'Approved' || event.type === 'Returned') isOpen = false;
      if (event.type !== 'TaskReassigned') continue;
      if (event.because === 'delegated') givers.add(event.from);
      [holder, principal] = [event.to, event.actingFor ?? ''];
    }
  }
  const inPlaceOf = person === holder && principal ? [principal, ...givers] : [];
  return isOpen && (person === holder || above.has(person)) && ![person, ...inPlaceOf].some((one) => acted.has(one));
}
