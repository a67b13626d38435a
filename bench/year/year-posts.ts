import { chance } from '../../local/demo/chance.ts';
import { START } from '../../local/demo/complaints/sample-post.ts';
import type { Behaviour } from '../../local/demo/people.ts';
import type { PlannedPost } from '../../local/demo/planned-post.ts';

const DAY = 86_400_000;

/** What people complain about in such a year: category, words, and what the bank gives where it was wrong. */
type Matter = readonly [category: string, narrative: string, remedies: readonly (readonly [string, string])[]];
const MATTERS: readonly [Matter, ...Matter[]] = [
  ['fees-and-interest', 'The annual fee was charged although a waiver was promised.', [['fee-waiver', '600.00']]],
  ['fees-and-interest', 'Interest was charged on an amount that had been paid.', [['account-adjustment', '86.40']]],
  ['billing-and-repayment', 'A repayment made on the due day is not on the statement.', []],
  ['disputed-transaction', 'The merchant never delivered what I paid for.', [['account-adjustment', '2380.00']]],
  ['refund', 'A refund the merchant confirmed has not arrived for weeks.', [['account-adjustment', '459.00']]],
  ['service-attitude', 'The person at the hotline was rude and hung up.', [['apology', '0']]],
  ['points', 'The points of the campaign were never credited.', [['account-adjustment', '50.00']]],
  ['technical-fault', 'The app has refused every payment for a week.', [['process-fix', '0']]],
  [
    'collection-practice',
    'A collector called my relatives and my office.',
    [
      ['apology', '0'],
      ['coaching', '0'],
    ],
  ],
  ['unauthorised-use', 'There are purchases on my card that I did not make.', [['account-adjustment', '5200.00']]],
];

const ZONES = [
  'Asia/Shanghai',
  'Asia/Shanghai',
  'Asia/Shanghai',
  'Europe/London',
  'America/New_York',
  'Asia/Tokyo',
] as const;
const TIERS = ['standard', 'standard', 'standard', 'gold', 'platinum', 'co-brand'] as const;
const LOCALES = ['zh-Hans', 'zh-Hans', 'zh-Hant', 'en'] as const;
const WAYS = ['sms', 'sms', 'sms', 'sms', 'e-mail', 'phone'] as const;

/** So many complaints at random instants of so many days: matters, cards, zones and ways mixed; the people samples. */
export function yearPosts(count: number, days: number, seed: number): PlannedPost[] {
  const drawn = chance(seed);
  const end = START.getTime() + days * DAY;
  const atOf = (nth: number) => START.getTime() + Math.floor(drawn.draw(`post ${nth} at`) * days * DAY);
  return Array.from({ length: count }, (_, nth) => {
    const what = `post ${nth}`;
    const behaved = behaviour(what, drawn);
    const isTwice = nth > 0 && drawn.happens(`${what} twice`, TWICE_SHARE);
    if (!isTwice) return planned(new Date(atOf(nth)), body(nth, new Date(atOf(nth)), drawn), behaved);
    const first = new Date(atOf(nth - 1));
    const at = new Date(Math.min(first.getTime() + Math.floor(drawn.draw(`${what} later`) * TWICE_WITHIN * DAY), end));
    const again = { channel: 'phone', channelReference: body(nth, at, drawn).channelReference };
    const { passedOnBy: _by, ...same } = body(nth - 1, first, drawn);
    return planned(at, { ...same, ...again }, behaved);
  }).sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Some say the same a second time, by telephone, days later. */
const TWICE_SHARE = 0.05;
const TWICE_WITHIN = 12;

const planned = (at: Date, body: PlannedPost['body'], behaviour: Behaviour): PlannedPost => ({
  ...{ at, via: 'http', body, behaviour },
});

type Chance = ReturnType<typeof chance>;

const matterOf = (what: string, drawn: Chance) => drawn.one(`${what} matter`, MATTERS);

function body(nth: number, at: Date, drawn: Chance): Record<string, unknown> {
  const what = `post ${nth}`;
  const number = String(nth).padStart(5, '0');
  const [category, narrative] = matterOf(what, drawn);
  const isPassedOn = drawn.happens(`${what} passed on`, 0.06);
  const isInquiry = !isPassedOn && drawn.happens(`${what} inquiry`, 0.08);
  return {
    version: 1,
    channel: isPassedOn ? 'regulator' : drawn.one(`${what} channel`, ['app', 'web', 'phone', 'branch']),
    channelReference: `SAMPLE-YEAR-${number}`,
    kind: isInquiry ? 'inquiry' : 'complaint',
    narrative: `${narrative} (${number})`,
    category,
    demands: ['Put it right', 'Tell me how it happened'],
    complainant: {
      name: `Sample Holder ${number}`,
      phone: `+86131${String(20_000_000 + nth)}`,
      email: `holder-${number}@sample.example`,
    },
    identity: { method: 'app-login', level: 'strong', checkedAt: at.toISOString() },
    card: { lastFour: '4242', account: `SAMPLE-ACCT-${number}`, tier: drawn.one(`${what} tier`, TIERS) },
    locale: drawn.one(`${what} locale`, LOCALES),
    zone: drawn.one(`${what} zone`, ZONES),
    preferredWay: drawn.one(`${what} way`, WAYS),
    publicPost: drawn.happens(`${what} public`, 0.03),
    ...(isPassedOn && { passedOnBy: { body: 'pboc', reference: `PBOC-SAMPLE-${number}` } }),
  };
}

function behaviour(what: string, drawn: Chance): Behaviour {
  const isWrong = drawn.happens(`${what} bank was wrong`, 0.6);
  const rating = drawn.happens(`${what} rates`, 0.5) ? drawn.between(`${what} rating`, 1, 5) : null;
  return {
    remedies: isWrong ? matterOf(what, drawn)[2] : [],
    verdict: isWrong ? 'accept' : 'reject',
    rating,
    ...(rating !== null && rating <= 2 && { appeal: 'It was not looked into.' }),
    ...(drawn.happens(`${what} returned`, 0.08) && { returnOnce: 'Please add how it happened.' }),
    ...(drawn.happens(`${what} passed on`, 0.1) && { transferTo: 'customer-service' }),
  };
}
