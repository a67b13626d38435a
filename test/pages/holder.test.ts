import { expect, test } from 'vitest';
import type { TicketEvent } from '../../functions/domain/ticket-event.ts';
import { approvalPage } from '../../functions/pages/views/approval.ts';
import { workPage } from '../../functions/pages/views/work.ts';
import { after } from '../domain/a-ticket.ts';
import * as sample from './sample-ticket.ts';

type By = TicketEvent & { by?: string };
const names = { 'lead-1': 'Sample Lead 1', 'lead-2': 'Sample Lead 2', 'head-1': 'Sample Head 1' };
const lead2 = { id: 'lead-2', name: 'Sample Lead 2', phone: '+8613100000002', department: 'accounting' };
const frame = {
  ...({ locale: 'en', zone: 'Asia/Shanghai', id: 'K7Q2M9XTR4ZB' } as const),
  ...{ post: sample.post, names, history: sample.noHistory },
};
const asked: By[] = [
  ...[sample.received, sample.triaged, sample.investigating, sample.filed, sample.proposed],
  sample.approving(0, 'team-lead', 'lead-1'),
];
const given: By = {
  ...{ type: 'TaskReassigned', task: 'r1-v1-a0', from: 'lead-1', to: 'lead-2', because: 'delegated', by: 'lead-1' },
  actingFor: 'lead-1',
};
const approved: By = { type: 'Approved', task: 'r1-v1-a0', proposal: 'd'.repeat(64), by: 'lead-2' };

/** The approval page of the first level, as one person sees it. */
async function seenBy(person: string, ...events: By[]): Promise<string> {
  const ticket = sample.after(...asked, ...events);
  const task = ticket.tasks['r1-v1-a0'];
  if (!task) throw new Error('the sample has no approval');
  const colleagues = [{ ...lead2, roles: ['team-lead' as const], locale: 'en' as const }];
  const shown = { ...frame, ticket, task, person, colleagues, proposal: sample.proposal, approvedBefore: [] };
  return String(await approvalPage(shown));
}
const forms = (page: string) => page.match(/<form/g)?.length ?? 0;

test('a manager may approve, return, or give it to a colleague by name and level', async () => {
  const page = await seenBy('lead-1');
  expect(forms(page)).toBe(3);
  expect(page).toContain('<option value="lead-2">Sample Lead 2 · Team lead</option>');
  expect(page).not.toContain('You act for');
});

test('whoever gave it away sees who has it, and can do nothing more', async () => {
  const page = await seenBy('lead-1', given);
  expect(page).toContain('This is with Sample Lead 2 now (Accounting · Team lead)');
  expect(forms(page)).toBe(0);
});

test('the colleague sees for whom they act, and the record says it', async () => {
  expect(await seenBy('lead-2', given)).toContain('You act for Sample Lead 1');
  expect(await seenBy('lead-2', given, approved)).toContain('By Sample Lead 2, for Sample Lead 1, ');
});

test('those to whom it was escalated may do it, and see afterwards who did', async () => {
  const above: By = { type: 'Escalated', task: 'r1-v1-a0', to: 'head-1', level: 'department-head', rule: 'E1' };
  expect(forms(await seenBy('head-1', above))).toBeGreaterThan(1);
  const done = await seenBy('lead-1', above, { ...approved, by: 'head-1' });
  expect(done).toContain('By Sample Head 1, ');
  expect(forms(done)).toBe(0);
});

test('a level that was covered is told by whose decision', async () => {
  const ticket = after(
    sample.after(...asked, { ...approved, by: 'head-1' }),
    sample.approving(1, 'department-head', 'head-1'),
    ['approve', { type: 'LevelCovered', task: 'r1-v1-a1', by: 'r1-v1-a0' }],
    sample.approving(2, 'head-office', 'office-1'),
  );
  const [first, second, task] = ['r1-v1-a0', 'r1-v1-a1', 'r1-v1-a2'].map((id) => ticket.tasks[id]);
  if (!first || !second || !task) throw new Error('the sample has three levels');
  const shown = { ...frame, ticket, task, person: 'office-1', colleagues: [], proposal: sample.proposal };
  const page = String(await approvalPage({ ...shown, approvedBefore: [first, second] }));
  expect(page).toContain('Department head · Sample Head 1, who has agreed already when it was escalated');
});

test('a handler may give the work to a colleague; a form without one says so there alone', async () => {
  const ticket = sample.after(sample.received, sample.triaged, sample.investigating);
  const task = ticket.tasks['r1-v1-s0-0'];
  if (!task) throw new Error('the sample has no investigation');
  const colleagues = [{ ...lead2, roles: ['handler' as const], locale: 'en' as const }];
  const offers = { steps: [], stops: [], standing: [], newFacts: [] };
  const shown = {
    ...frame,
    currency: 'CNY',
    ticket,
    task,
    person: 'accounting-1',
    colleagues,
    earlier: [],
    merged: [],
    offers,
  };
  const page = String(await workPage(shown, { act: 'give' }, { colleague: 'required' }));
  expect(page).toContain('<option value="lead-2">Sample Lead 2</option>');
  expect(page.match(/role="alert"/g)).toHaveLength(1);
  expect(page).toContain('href="#colleague">To: Please fill this in');
});
