import * as z from 'zod/mini';
import { Channel, Kind, Locale, Tier } from '../domain/complaint-posted.ts';
import { Lane, Purpose, Severity } from '../domain/event-words.ts';
import { Particular } from '../domain/likeness.ts';

/** The form of every table. What one table says of another is checked in check.ts. */

const Id = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,59}$/));
const Text = z.string().check(z.minLength(1));
const Locales = z.strictObject({ 'zh-Hans': Text, 'zh-Hant': Text, en: Text });
const Phrases = z.array(z.string().check(z.minLength(2)));
const Minor = z.int().check(z.nonnegative());
const Currency = z.string().check(z.regex(/^[A-Z]{3}$/));
const Reach = z.enum(['public', 'passed-on', '*']);
const ApprovalReach = z.enum(['public', 'passed-on', 'appeal', '*']);
const Category = z.union([Id, z.literal('*')]);
const Sourced = { source: Text, verified: z.boolean() };

const table = <Row extends z.ZodMiniType, More extends z.core.$ZodLooseShape>(row: Row, more: More) =>
  z.strictObject({ id: Id, version: Text, source: Text, rows: z.array(row).check(z.minLength(1)), ...more });

const Levels = z.array(z.enum(['team-lead', 'department-head', 'head-office']));
const Counting = z.enum(['calendar-days', 'business-days', 'weeks']);
const Clock = z.enum(['acknowledge', 'summary', 'decide', 'transferred', 'verification']);
const _Hours = z.record(Severity, z.number().check(z.positive()));
const ClockTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const Count = z.int().check(z.positive());

const ClockRow = {
  rule: Id,
  clock: Clock,
  startsWhen: z.enum([
    'received',
    'passed-on-by-pboc',
    'passed-on-by-nfra',
    'passed-on-by-association',
    'passed-on-by-other',
    'replied',
    'verification-asked',
  ]),
  what: Text,
  lapses: z.optional(z.literal(true)),
  ...Sourced,
};
const Share = z.number().check(z.positive(), z.maximum(1));
const Passing = z.enum(['remind-holders', 'propose-extension', 'tell-supervisor', 'tell-head-of-complaint-work']);
const OfMark = { rule: Id, mark: Text, acts: z.array(Passing) };
const Mark = z.union([z.strictObject({ ...OfMark, share: Share }), z.strictObject({ ...OfMark, daysBefore: Count })]);
const Day = z.iso.date();
const Particulars = z.array(Particular).check(z.minLength(1));

export const Tables = z.strictObject({
  departments: table(z.tuple([Id, Locales]), {}),
  categories: table(z.tuple([Id, Locales, Text, z.literal(''), Text, z.literal('')]), {}),
  words: table(z.tuple([Id, Id, z.int().check(z.minimum(1), z.maximum(9)), Phrases, Phrases, Phrases]), {
    leastScore: z.number().check(z.positive()),
    silent: z.record(Kind, Id),
  }),
  routing: table(z.tuple([Id, Id, Id, z.array(Id)]), {}),
  urgency: table(z.tuple([Id, z.union([Id, z.literal('-')]), Id, Phrases]), {}),
  severity: table(z.tuple([Id, Category, z.union([Minor, z.literal('foreign')]), Reach, Severity]), {
    currency: Currency,
  }),
  lanes: table(
    z.tuple([Id, z.union([z.array(Kind), z.literal('*')]), z.enum(['urgent', 'unclear', 'answered', '*']), Lane]),
    {},
  ),
  answers: table(z.tuple([Id, Id, z.array(Phrases), Locales, Locales]), { longestNarrative: Count }),
  approvals: table(z.tuple([Id, z.union([Severity, z.literal('*')]), Minor, ApprovalReach, Category, Levels]), {
    currency: Currency,
  }),
  sending: table(
    z.tuple([Id, z.union([Purpose, z.literal('*')]), z.enum(['at-once', 'before-date', 'in-contact-hours'])]),
    {},
  ),
  progress: table(
    z.tuple([
      Id,
      z.enum(['card-protected', 'still-working']),
      z.enum(['card-protected', 'decide']),
      z.number().check(z.nonnegative(), z.lt(1)),
    ]),
    {},
  ),
  bankClocks: table(
    z.tuple([
      Id,
      z.enum(['acknowledge', 'department', 'approval']),
      z.union([Severity, z.literal('*')]),
      Count,
      z.enum(['minutes', 'working-hours']),
    ]),
    {
      verified: z.boolean(),
      workingDay: z.strictObject({ from: ClockTime, until: ClockTime }),
      tierShare: z.record(Tier, Share),
      marks: z.strictObject({ days: z.array(Mark), hours: z.array(Mark) }),
    },
  ),
  escalation: table(
    z.tuple([
      Id,
      z.enum(['route', 'investigate', 'answer', 'approve', 'call', 'extend', 'parked']),
      z.number().check(z.positive()),
      z.enum(['the-holder', 'team-lead', 'department-head', 'next-level', 'head-office', 'head-of-complaint-work']),
    ]),
    {},
  ),
  calendars: z.record(
    Id,
    table(z.tuple([Text, Day, Day, z.array(Day)]), {
      verified: z.boolean(),
      published: z.strictObject({ from: Count, until: Count }),
    }),
  ),
  sameMatter: table(z.tuple([Id, z.enum(['same', 'any']), Particulars]), {
    neverDifferent: Particulars,
    neverMerged: z.array(
      z.tuple([Id, z.enum(['urgent', 'passed-on', 'no-standing', 'no-complaint', 'unclear']), Text]),
    ),
    mergedAtMost: Count,
  }),
  major: table(z.tuple([Id, Text, z.enum(['public', '*']), z.union([z.array(Channel), z.literal('*')]), Phrases]), {
    clusters: z.array(z.tuple([Id, Text, Particulars, Count, Count])),
  }),
  limits: table(z.tuple([Id, Text, Count, Count, Text]), { verified: z.boolean() }),
  smsCountries: table(z.tuple([Id, z.string().check(z.regex(/^(\+[1-9]\d{0,6}|\*)$/)), Count, Count, Text]), {
    verified: z.boolean(),
  }),
  smsGuard: table(
    z.tuple([Id, z.union([Purpose, z.literal('*')]), z.union([Lane, z.literal('*')]), z.enum(['counted', 'passes'])]),
    { verified: z.boolean() },
  ),
  confirmation: table(
    z.tuple([
      Id,
      z.enum(['nobody', '*']),
      z.union([Currency, z.literal('*')]),
      z.union([Minor, z.literal('any')]),
      Text,
    ]),
    { verified: z.boolean() },
  ),
  policy: z.strictObject({
    id: Id,
    version: Text,
    source: Text,
    contactHours: z.strictObject({ from: ClockTime, to: ClockTime }),
    acknowledgeWithinMinutes: Count,
    replyMarginMinutes: Count,
    routeWithinHours: Count,
    extendWithinHours: Count,
    resumeWithinHours: Count,
    callWithinHours: Count,
    callsAtMost: Count,
    tellAgainAfterMinutes: Count,
    tellAtMost: Count,
    protectWithinMinutes: Count,
    remediesWithinHours: Count,
    remindAfterShare: z.number().check(z.positive(), z.lt(1)),
    survey: z.strictObject({
      remindAfterDays: Count,
      expiresAfterDays: Count,
      badRatingAtMost: z.int().check(z.minimum(1), z.maximum(4)),
    }),
    raiseAgainEveryDays: Count,
    stopRaisedEveryDays: Count,
    keepRecordsYears: Count,
    letterLinkDays: Count,
    closedLinkDays: Count,
    roundsAtMost: Count,
    appealWindowDays: Count,
    transfersAtMost: Count,
    returnsAtMost: Count,
    attemptsAtMost: Count,
    lookEveryDays: Count,
    mergeWindowDays: Count,
    clusterOfTickets: Count,
    clusterWindowDays: Count,
    planWithinHours: Count,
    code: z.strictObject({ validMinutes: Count, triesAtMost: Count }),
  }),
  packs: z.array(
    z.strictObject({
      id: Id,
      version: Text,
      jurisdiction: Id,
      effective: z.strictObject({ from: z.iso.date(), until: z.optional(z.iso.date()), ...Sourced }),
      source: Text,
      zone: Text,
      calendar: Id,
      clocks: z.array(
        z.discriminatedUnion('counting', [
          z.strictObject({ ...ClockRow, within: Count, counting: Counting }),
          z.strictObject({ ...ClockRow, within: z.literal(0), counting: z.literal('promptly') }),
        ]),
      ),
      extensions: z.array(
        z.strictObject({
          rule: Id,
          clock: Clock,
          step: Count,
          to: Count,
          counting: Counting,
          approvedBy: Id,
          approvalSetBy: z.enum(['law', 'policy']),
          customerTold: z.boolean(),
          ...Sourced,
        }),
      ),
      stops: z.array(z.strictObject({ rule: Id, clock: Clock, reason: Id, customerTold: z.boolean(), ...Sourced })),
      restarts: z.array(
        z.strictObject({
          rule: Id,
          clock: Clock,
          because: z.literal('new-facts'),
          customerTold: z.boolean(),
          ...Sourced,
        }),
      ),
      numbers: z.array(z.strictObject({ rule: Id, what: Text, value: z.number(), unit: Text, ...Sourced })),
      furtherWays: z.array(
        z.strictObject({ id: Id, labels: z.record(Locale, Text), internal: z.optional(z.literal(true)), ...Sourced }),
      ),
    }),
  ),
});
