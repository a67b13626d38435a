import { readFileSync } from 'node:fs';
import { chance } from './chance.ts';
import { START } from './complaints/sample-post.ts';
import type { Behaviour } from './people.ts';
import type { PlannedPost } from './planned-post.ts';

const ROWS_A_DAY = 25;
const DAYS_AT_MOST = 20;

/** How a row of a public complaint file becomes a post; shown by --help. */
export const INPUT_RULE = `Rows of --input are JSON objects with "Complaint ID", "Consumer complaint narrative" and perhaps "State".
  channel web, reference the Complaint ID, locale en, the narrative as it is; a row without one is posted and refused
  category, department and urgency are left to triage: Product, Issue and the row's own department are not used
  phone from the numbers kept for fiction (555-01xx), by the row's place in the file; identity verified (basic)
  account SAMPLE-<Complaint ID>, tier standard; one demand: "Please put this right."
  zone by State (its capital's), America/New_York where there is none; happened on the day before the post
  rows come in their order, ${ROWS_A_DAY} a day around the clock, over at most ${DAYS_AT_MOST} days
  people decide at random (--seed): remedies of 0 to 6,000, some returns and transfers, ratings 1 to 5 or none`;

const DAY = 86_400_000;
const AREAS = [
  '201',
  '202',
  '212',
  '213',
  '303',
  '305',
  '312',
  '404',
  '415',
  '512',
  '602',
  '617',
  '702',
  '713',
  '801',
  '808',
];

type Row = Readonly<Record<string, unknown>>;

export function postsOfFile(file: string, limit: number, seed: number): PlannedPost[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return postsOfRows(
    lines.slice(0, limit).map((line) => JSON.parse(line) as Row),
    seed,
  );
}

export function postsOfRows(rows: readonly Row[], seed: number): PlannedPost[] {
  const apart = Math.min(DAY / ROWS_A_DAY, (DAYS_AT_MOST * DAY) / rows.length);
  return rows.map((row, place) => {
    const at = new Date(START.getTime() + Math.round(place * apart));
    return { at, via: 'http', body: bodyOf(row, place, at), behaviour: behaviourOf(String(row['Complaint ID']), seed) };
  });
}

function bodyOf(row: Row, place: number, at: Date): Row {
  const reference = String(row['Complaint ID'] ?? `row-${place + 1}`);
  return {
    version: 1,
    channel: 'web',
    channelReference: reference,
    narrative: row['Consumer complaint narrative'] ?? '',
    complainant: { name: `Sample Person ${place + 1}`, phone: phoneOf(place) },
    identity: { method: 'web-login', level: 'basic', checkedAt: at.toISOString() },
    demands: ['Please put this right.'],
    happenedAt: new Date(at.getTime() - DAY).toISOString().slice(0, 10),
    card: { account: `SAMPLE-${reference}`.slice(0, 64) },
    locale: 'en',
    zone: ZONES[String(row.State ?? '')] ?? 'America/New_York',
  };
}

/** 1,600 numbers, then from the start again: a message finds its ticket by its number. */
function phoneOf(place: number): string {
  const area = AREAS[Math.floor(place / 100) % AREAS.length];
  return `+1${area}55501${String(place % 100).padStart(2, '0')}`;
}

function behaviourOf(reference: string, seed: number): Behaviour {
  const { draw, between, happens, one } = chance(seed);
  const of = (what: string) => `${reference} ${what}`;
  const rating = happens(of('answers'), 0.7) ? between(of('rating'), 1, 5) : null;
  const verdict = one(of('verdict'), ['accept', 'accept', 'part', 'reject'] as const);
  // Many small remedies and few large ones: the square of an even draw.
  const amount = (10 + 5_990 * draw(of('amount')) ** 2).toFixed(2);
  return {
    verdict,
    rating,
    remedies: verdict === 'reject' ? [] : [[one(of('kind'), ['fee-waiver', 'account-adjustment']), amount]],
    ...(happens(of('return'), 0.08) && { returnOnce: 'Please say what the records show.' }),
    ...(happens(of('transfer'), 0.06) && {
      transferTo: one(of('to'), ['accounting', 'technology', 'customer-service']),
    }),
    ...(happens(of('waits'), 0.1) && { waitsForReminder: true }),
    ...(rating !== null && rating <= 2 && happens(of('appeal'), 0.3) && { appeal: 'I do not agree with the answer.' }),
    routeTo: one(of('route'), ['customer-service', 'accounting', 'risk-control']),
  };
}

const zoned = (zone: string, states: string) => Object.fromEntries(states.split(' ').map((state) => [state, zone]));

/** States that do not keep New York's time, by the zone of their capital. */
const ZONES: Readonly<Record<string, string>> = {
  ...zoned('America/Chicago', 'AL AR IL IA KS LA MN MS MO NE ND OK SD TN TX WI'),
  ...zoned('America/Denver', 'CO ID MT NM UT WY'),
  ...zoned('America/Phoenix', 'AZ'),
  ...zoned('America/Los_Angeles', 'CA NV OR WA'),
  ...zoned('America/Anchorage', 'AK'),
  ...zoned('Pacific/Honolulu', 'HI'),
  ...zoned('America/Puerto_Rico', 'PR VI'),
  ...zoned('Pacific/Guam', 'GU MP'),
};
