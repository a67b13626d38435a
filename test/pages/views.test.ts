import { describe, expect, test } from 'vitest';
import { ComplaintPosted, Locale } from '../../functions/domain/complaint-posted.ts';
import type { Person } from '../../functions/domain/roster.ts';
import { LETTER_TEXTS } from '../../functions/messages/letter.ts';
import { clockOffers } from '../../functions/pages/clock-offers.ts';
import { approvalPage } from '../../functions/pages/views/approval.ts';
import { deskPage } from '../../functions/pages/views/desk.ts';
import { extensionPage } from '../../functions/pages/views/extension.ts';
import { extensionNoticePage } from '../../functions/pages/views/extension-notice.ts';
import type { History } from '../../functions/pages/views/history.ts';
import type { Html } from '../../functions/pages/views/layout.ts';
import { letterPage } from '../../functions/pages/views/letter.ts';
import { planPage } from '../../functions/pages/views/plan.ts';
import { surveyPage } from '../../functions/pages/views/survey.ts';
import { wholeTicket } from '../../functions/pages/views/whole-ticket.ts';
import { workPage } from '../../functions/pages/views/work.ts';
import { DESK } from '../domain/a-desk.ts';
import * as sample from './sample-ticket.ts';

const HOSTILE = `"><script>alert('1')</script>&amp;\u202Eevil`;
const post = ComplaintPosted.parse({
  ...sample.post,
  narrative: HOSTILE,
  demands: [HOSTILE, HOSTILE],
  merchant: HOSTILE,
  complainant: { name: HOSTILE },
});
const task = (ticket: ReturnType<typeof sample.after>, id: string) => {
  const found = ticket.tasks[id];
  if (!found) throw new Error(`the sample has no ${id}`);
  return found;
};

const investigated = sample.after(sample.received, sample.clock, sample.triaged, sample.investigating);
const proposed = sample.after(
  ...[sample.received, sample.clock, sample.triaged, sample.investigating, sample.filed, sample.proposed],
  sample.approving(0, 'team-lead', 'lead-1'),
);
const asked = sample.after(sample.received, {
  type: 'TaskOpened',
  task: 'r1-survey',
  work: 'survey',
  person: 'complainant',
});
const parked = sample.after(sample.received, sample.triaged, {
  type: 'Parked',
  task: 'parked-1',
  state: HOSTILE,
  error: HOSTILE,
});
const raised = sample.after(
  ...[sample.received, sample.triaged, { type: 'IncidentRaised', incident: 'i-1', rule: 'K1', tickets: 20 } as const],
  { type: 'TaskOpened', task: 'plan-i-1', work: 'plan', person: 'incident-officer-1' },
);
const unrouted = sample.after(sample.received, sample.triaged, {
  type: 'TaskOpened',
  task: 'r1-route',
  work: 'route',
  person: 'triage-desk',
});

const moved = sample.after(
  ...[sample.received, sample.clock, sample.triaged, sample.investigating],
  { type: 'ClockStopped', clock: 'decide', reason: 'mediation', rule: 'cn-stop-mediation' },
  { type: 'ClockResumed', clock: 'decide', dueAt: '2026-12-08T16:00:00.000Z', rule: 'cn-stop-mediation' },
  {
    ...{ type: 'ClockRecounted', clock: 'decide', from: '2026-12-08T16:00:00.000Z', rule: 'cn-decide-15' },
    ...{ dueAt: '2026-12-09T16:00:00.000Z', calendar: 'cn-2' },
  },
  { type: 'FollowUpReceived', followUp: 'f-1', about: 'new-facts', attachments: 0 },
);
const extending = sample.after(
  ...[sample.received, sample.clock, sample.triaged, sample.investigating],
  {
    ...{ type: 'ExtensionProposed', extension: 'x1', clock: 'decide', step: 1, rule: 'cn-decide-30' },
    ...{ from: '2026-12-07T16:00:00.000Z', dueAt: '2026-12-22T16:00:00.000Z', level: 'department-head' },
  },
  { type: 'TaskOpened', task: 'x1-ask', work: 'extend', level: 'department-head', person: 'head-1' },
);
const extension = extending.extensions.x1 as NonNullable<(typeof extending.extensions)[string]>;
const handled = { ticket: moved, task: task(moved, 'r1-v1-s0-0'), person: 'accounting-1' };
const offers = clockOffers(handled, DESK, new Date('2026-11-23T02:00:00.000Z'));

const findings = { ...sample.findings, facts: HOSTILE, basis: [{ kind: 'law' as const, citation: HOSTILE }] };
const proposal = { ...sample.proposal, findings: sample.proposal.findings.map((part) => ({ ...part, findings })) };
/** A letter and a survey to which nobody has said anything yet. */
const rated = { appeal: 'open', round: undefined, ways: ['mediation'] } as const;
const beside = {
  appeal: { state: 'open', until: sample.at },
  isUnderReview: true,
  ways: ['mediation'],
  sent: [{ followUp: 'f1', about: 'question', attachments: 0, at: sample.at }],
} as const;
const letter = { ...sample.letter, facts: [HOSTILE], basis: [HOSTILE], furtherWays: [HOSTILE] };
const typed = { facts: HOSTILE, reason: HOSTILE, comment: HOSTILE, note: HOSTILE, 'evidence.0.reference': HOSTILE };

const colleague: Person = {
  ...{ id: 'lead-2', name: 'Sample Lead 2', phone: '+8613100000001', department: 'accounting', locale: 'en' },
  roles: ['team-lead'],
};

const file = { sha256: 'a'.repeat(64), mediaType: HOSTILE, bytes: 1, title: HOSTILE };
/** A ticket in its second round, to which something was added. */
const history: History = {
  said: [{ about: 'evidence', at: sample.at, text: HOSTILE, attachments: [file] }],
  rounds: [
    {
      ...{ round: 1, because: undefined, findings: [{ department: 'accounting', findings }], letter },
      ...{ approvedBy: [HOSTILE], score: 1, grounds: HOSTILE },
    },
  ],
  openedBecause: { because: 'principle', reason: HOSTILE },
  mayOpenRound: true,
};

/** Every page in a locale, each with hostile text wherever somebody can write. */
const pages = (locale: Locale): Record<string, Html> => {
  const frame = {
    locale,
    zone: 'Asia/Shanghai',
    id: 'K7Q2M9XTR4ZB',
    names: {},
    person: 'accounting-1',
    colleagues: [colleague],
    merged: [{ id: 'M7Q2M9XTR4ZB', receivedAt: sample.at, dueAt: sample.at, narrative: HOSTILE }],
    currency: 'CNY',
    hotline: '95500',
    post,
    history,
  };
  const work = { ...frame, offers, ticket: investigated, task: task(investigated, 'r1-v1-s0-0') };
  const earlier = [{ department: 'accounting', findings }];
  return {
    work: workPage({ ...work, returned: HOSTILE, transferred: HOSTILE, earlier }, typed, { facts: 'required' }),
    answer: workPage({ ...work, task: { ...work.task, work: 'answer' }, earlier: [] }, { answer: HOSTILE }),
    approval: approvalPage(
      { ...frame, person: 'lead-1', ticket: proposed, task: task(proposed, 'r1-v1-a0'), proposal, approvedBefore: [] },
      { ...typed, act: 'return' },
      { reason: 'required' },
    ),
    letter: letterPage({ ...frame, ...beside, receivedAt: sample.at, name: HOSTILE, letter }),
    whole: wholeTicket({ ...frame, ticket: investigated }, { ...typed, act: 'open-round' }, { why: 'required' }),
    survey: surveyPage({ ...frame, ...rated, task: task(asked, 'r1-survey') }, typed, { score: 'choose' }),
    extension: extensionPage(
      { ...frame, ticket: extending, task: task(extending, 'x1-ask'), extension, reason: HOSTILE },
      { ...typed, act: 'refuse' },
      { reason: 'required' },
    ),
    'extension notice': extensionNoticePage({ ...frame, ticket: extending, extension, reason: HOSTILE }),
    'extension, no words': extensionNoticePage({ ...frame, ticket: extending, extension }),
    route: deskPage({ ...frame, offers, ticket: unrouted, task: task(unrouted, 'r1-route') }, typed, {
      lead: 'choose',
    }),
    plan: planPage(
      { ...frame, ticket: raised, task: task(raised, 'plan-i-1') },
      { plan: HOSTILE },
      { plan: 'required' },
    ),
    parked: deskPage({ ...frame, offers, ticket: parked, task: task(parked, 'parked-1') }, typed, { note: 'required' }),
  };
};

describe.for(Locale.options)('in %s', (locale) => {
  test.for(Object.entries(pages(locale)))('the %s page', async ([, view]) => {
    const text = String(await view);

    // nothing anybody wrote becomes markup, and no script is on the page at all
    expect(text).not.toContain('<script');
    expect(text.replace(/<style>[\s\S]*<\/style>/, '')).not.toMatch(/"><\/?script|onclick|javascript:/);
    // what somebody wrote stands in a box of its own direction
    for (const [before] of text.matchAll(/(<[^<>]+>)[^<>]*\u202E/g)) {
      expect(before).toMatch(/^<(p class="said" dir="auto"|bdi|dd|textarea|input|code)/);
    }
    expect(text).toContain(`<html lang="${locale}">`);
    expect(text).toContain('name="viewport"');
    // every field has a label of its own
    const fields = [...text.matchAll(/<(?:input type="(?:text|radio|checkbox)"|select|textarea) ?[^>]*?id="([^"]+)"/g)];
    for (const [, id] of fields)
      expect(text).toContain(
        `<label ${text.includes(`class="choice" for="${id}"`) ? 'class="choice" ' : ''}for="${id}"`,
      );
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    // every fault leads to a field that is there
    for (const [, id] of text.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(id);
    expect(text).not.toMatch(/undefined|\[object|NaN/);
  });
});

test('an approval carries the digest of the proposal on the page', async () => {
  const text = String(await pages('en').approval);
  expect(text.match(/name="seen" value="d{64}"/g)).toHaveLength(2);
});

test('the statutory date is told with its rule and its zone', async () => {
  const text = String(await pages('en').work);
  expect(text).toContain('7 Dec');
  expect(text).toContain('cn-decide-15');
  expect(text).toContain('Asia/Shanghai');
});

test('a closed task says who closed it and as what, and offers no form', async () => {
  const closed = sample.after(sample.received, sample.triaged, sample.investigating, sample.filed);
  const work = {
    locale: 'en' as const,
    zone: 'Asia/Shanghai',
    id: 'K7Q2M9XTR4ZB',
    currency: 'CNY',
    post,
    merged: [],
    history: sample.noHistory,
    ticket: closed,
  };
  const text = String(
    await workPage(
      {
        ...work,
        task: task(closed, 'r1-v1-s0-0'),
        names: { 'accounting-1': 'Sample Handler 1' },
        person: 'accounting-1',
        colleagues: [],
        earlier: [],
        filed: sample.findings,
        offers: { steps: [], stops: [], standing: [], newFacts: [] },
      },
      {},
    ),
  );
  expect(text).toContain('This task is filed');
  expect(text).toContain('Sample Handler 1');
  expect(text).toContain('CLR-20261103-88121');
  expect(text).not.toContain('<form');
});

test('a survey that was answered thanks, and shows the appeal', async () => {
  const answered = sample.after(
    sample.received,
    { type: 'TaskOpened', task: 'r1-survey', work: 'survey', person: 'complainant' },
    { type: 'SurveyAnswered', task: 'r1-survey', score: 2 },
    { type: 'AppealAsked', task: 'r1-survey' },
  );
  const frame = { id: 'K7Q2M9XTR4ZB', hotline: '95500', ...rated, round: answered, task: task(answered, 'r1-survey') };
  const text = String(await surveyPage({ ...frame, locale: 'en' }));
  expect(text).toContain('request for a review is on record');
  expect(text).toContain('2 · Dissatisfied');
  expect(text).not.toContain('<form');
});

test('a letter without remedies has no heading for them', async () => {
  const short = { ...sample.letter, remedies: [], answers: [], basis: [], furtherWays: [] };
  const frame = { zone: 'Asia/Shanghai', currency: 'CNY', hotline: '95500', id: 'K7Q2M9XTR4ZB', receivedAt: sample.at };
  const text = String(await letterPage({ ...frame, ...beside, sent: [], locale: 'en', letter: short }));
  expect(text.match(/<h2>/g)).toHaveLength(1);
});

test('every way that a pack can offer has a sentence in every locale', () => {
  for (const locale of Locale.options) {
    expect(Object.keys(LETTER_TEXTS[locale].ways)).toEqual(Object.keys(LETTER_TEXTS.en.ways));
  }
});
