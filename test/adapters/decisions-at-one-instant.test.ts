import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sender } from '../../functions/adapters/outgoing.ts';
import { toComplainants } from '../../functions/adapters/to-complainants.ts';
import { COLLEAGUE, HANDLER, HEAD, INSTANT, LEAD, loadRoster } from './one-instant/a-waiting-ticket.ts';
import { ROLES, type RoleName } from './one-instant/actors.ts';
import { type EmbeddedTables, embeddedTables } from './one-instant/embedded-tables.ts';
import { type Race, races } from './one-instant/race.ts';
import { FATES } from './one-instant/turns.ts';
import { WHAT_HOLDS } from './one-instant/what-holds.ts';

/** More of them, where there is time: INTERLEAVINGS=50000 vitest run test/adapters/decisions-at-one-instant.test.ts */
const INTERLEAVINGS = Number(process.env.INTERLEAVINGS ?? 1_000);

let tables: EmbeddedTables;
let usualTexts: Sender;
beforeAll(async () => {
  tables = await embeddedTables(INSTANT);
  Object.assign(process.env, {
    ...{ BANK_ZONE: 'Asia/Shanghai', BASE_URL: 'https://d.example', HOTLINE: '95500', SMS_ADAPTER: 'sns' },
    ...{ MAIL_ADAPTER: 'none', CASE_FILES_TABLE: tables.caseFiles, EXTENSION_MACHINE_ARN: 'arn:extensions' },
    AWS_REGION: 'local',
  });
  usualTexts = toComplainants();
});
afterAll(() => tables.close());

const [deciders, others] = [true, false].map((decides) =>
  (Object.keys(ROLES) as RoleName[]).filter((name) => 'decides' in ROLES[name] === decides),
) as [RoleName[], RoleName[]];
const roles = fc
  .tuple(fc.shuffledSubarray(deciders, { minLength: 1, maxLength: 3 }), fc.shuffledSubarray(others, { maxLength: 4 }))
  .filter(([some, more]) => some.length + more.length > 1)
  .map((both) => both.flat());
const [arrives, ...faults] = FATES;
const fate = fc.oneof(
  { weight: 12, arbitrary: fc.constant(arrives) },
  { weight: 1, arbitrary: fc.constantFrom(...faults) },
);
/** Mostly a handler; now and then somebody who comes to decide about it, which they may not. */
const filedBy = fc.oneof(
  { weight: 3, arbitrary: fc.constant(HANDLER) },
  { weight: 1, arbitrary: fc.constantFrom(LEAD, COLLEAGUE, HEAD) },
);
const race: fc.Arbitrary<Race> = fc.record({
  roles,
  beginning: fc.record({ deputy: fc.boolean(), reminded: fc.boolean(), escalated: fc.boolean(), filedBy }),
  fates: fc.array(fate, { maxLength: 60, size: 'max' }),
  status: fc.constantFrom('RUNNING', 'TIMED_OUT'),
});

test('whatever comes at one instant, in whatever order it lands: one decides, the others are told why not', async () => {
  const { run, quiet } = races(tables, usualTexts);
  await loadRoster(quiet);
  const seen = new Map<string, number>();
  const count = (what: string, times = 1) => seen.set(what, (seen.get(what) ?? 0) + times);
  const property = fc.asyncProperty(fc.scheduler(), race, async (scheduler, given) => {
    const ran = await run(scheduler, given);
    for (const holds of WHAT_HOLDS) holds(ran);
    const { settled, repeated } = await ran.again();
    expect(repeated.decisions.slice(settled.length)).toEqual([]);

    count('too late', ran.tooLate);
    for (const { refused } of ran.came) count(refused?.name ?? 'done');
    for (const { type } of ran.after.decisions.slice(ran.before.length).flatMap(({ events }) => events)) count(type);
  });
  await fc.assert(property, { numRuns: INTERLEAVINGS });
  // the races come to all of it
  for (const what of COMES_ABOUT) expect([what, seen.get(what) ?? 0]).not.toEqual([what, 0]);
}, 3_600_000);

const COMES_ABOUT = [
  ...['too late', 'TaskClosed', 'NotYours', 'Superseded', 'SenderDied', 'SamePersonTwice', 'ProposalChanged'],
  ...['Approved', 'Returned', 'TaskReassigned', 'Withdrawn', 'Reminded', 'Escalated', 'ExecutionLost', 'ProposalMade'],
];
