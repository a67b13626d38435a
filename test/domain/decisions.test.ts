import { expect, test } from 'vitest';
import { fold } from '../../functions/domain/evolve.ts';
import { actors } from '../../functions/domain/four-eyes.ts';
import { after, decisions, type Told } from './a-ticket.ts';
import { COMPLAINED_ABOUT, type Entry, inEveryLog } from './random-log.ts';

test('whoever decides on a proposal, or in whose place, did nothing else in this ticket before, and is not complained about', () => {
  const approvals = inEveryLog((log) => {
    const acted = new Set([COMPLAINED_ABOUT]);
    for (const [i, [by, event]] of log.entries()) {
      if (!['FindingsFiled', 'Transferred', 'Approved', 'Returned'].includes(event.type) || !('task' in event))
        continue;
      const task = fold(decisions(log.slice(0, i))).tasks[event.task ?? ''];
      const eyes = task?.person === by && task.actingFor ? [by, task.actingFor] : [by];
      if (event.type === 'Approved' || event.type === 'Returned')
        for (const one of eyes) expect(acted).not.toContain(one);
      for (const one of eyes) acted.add(one);
    }
  }, 'Approved');
  expect(approvals).toBeGreaterThan(10);
});

test('a task is never given to whoever had it, is complained about, or has acted where new eyes are needed', () => {
  const given = inEveryLog((log) => {
    for (const [i, [by, event]] of log.entries()) {
      if (event.type !== 'TaskReassigned') continue;
      const ticket = fold(decisions(log.slice(0, i)));
      const { formerly = [], person, work } = ticket.tasks[event.task] ?? {};
      expect([...formerly.map((one) => one.person), person, COMPLAINED_ABOUT]).not.toContain(event.to);
      expect(person).toBe(by);
      if (work === 'approve') expect([...actors(ticket)]).not.toContain(event.to);
    }
  }, 'TaskReassigned');
  expect(given).toBeGreaterThan(10);
});

test('a level is covered only by whoever approved this proposal above it', () => {
  const covered = inEveryLog((log) => {
    for (const [i, [, event]] of log.entries()) {
      if (event.type !== 'LevelCovered') continue;
      const { tasks, proposals } = fold(decisions(log.slice(0, i)));
      const by = tasks[event.by];
      expect(by).toMatchObject({ proposal: proposals.at(-1)?.proposal, closed: { outcome: 'approved' } });
      expect(by?.escalated?.map(({ to }) => to)).toContain(by?.closed?.by);
    }
  }, 'LevelCovered');
  expect(covered).toBeGreaterThan(10);
});

test('only the newest proposal is approved or sent back, and none after a return until the next is made', () => {
  const returns = inEveryLog((log) => {
    let before: string | undefined;
    for (const [i, [, event]] of log.entries()) {
      const { tasks } = fold(decisions(log.slice(0, i)));
      if (event.type === 'Approved' || event.type === 'Returned') expect(tasks[event.task]?.proposal).toBe(before);
      if (event.type === 'ProposalMade') before = event.proposal;
      if (event.type === 'Returned') before = 'none';
    }
  }, 'Returned');
  expect(returns).toBeGreaterThan(10);
});

test('a round is rated at most once', () => {
  const rated = (log: Entry[]) => log.filter(([, { type }]) => type === 'SurveyAnswered').length;
  expect(inEveryLog((log) => expect(rated(log)).toBeLessThanOrEqual(1), 'SurveyAnswered')).toBeGreaterThan(10);
});

test('deciding adds to the log and never rewrites it', () => {
  inEveryLog((log: readonly Told[]) => {
    const cut = Math.floor(log.length / 2);
    expect(after(fold(decisions(log.slice(0, cut))), ...log.slice(cut))).toEqual(fold(decisions(log)));
  }, 'Approved');
});
