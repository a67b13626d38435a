import * as z from 'zod/mini';

/** Ways by which a complaint reaches the bank. */
export const Channel = z.enum([
  'phone',
  'app',
  'web',
  'branch',
  'sms',
  'wechat',
  'weibo',
  'e-mail',
  'self-service',
  'regulator',
  'third-party',
]);
export type Channel = z.infer<typeof Channel>;

/** Only a complaint starts a statutory clock; the others take the light path. */
export const Kind = z.enum(['complaint', 'inquiry', 'suggestion', 'praise']);
export type Kind = z.infer<typeof Kind>;

export const Locale = z.enum(['zh-Hans', 'zh-Hant', 'en']);
export type Locale = z.infer<typeof Locale>;

export const Tier = z.enum(['standard', 'gold', 'platinum', 'co-brand']);
export type Tier = z.infer<typeof Tier>;

export const Way = z.enum(['sms', 'e-mail', 'phone']);
export type Way = z.infer<typeof Way>;

/** Who complains. `none`: neither the cardholder nor authorised; declined with the way to be authorised, and kept. */
export const Standing = z.enum(['self', 'representative', 'heir', 'none']);
export type Standing = z.infer<typeof Standing>;

/** How sure the channel is of the person. Without a check there is no account detail and no account action but protection. */
export const IdentityLevel = z.enum(['none', 'basic', 'strong']);
export type IdentityLevel = z.infer<typeof IdentityLevel>;

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
const instant = z.iso.datetime({ offset: true });
const zone = z
  .string()
  .check(z.maxLength(64), z.refine(isTimeZone, { error: 'not an IANA time zone, such as Asia/Shanghai', abort: true }));

/** An amount in minor units (fen, cents) of an ISO 4217 currency. */
export const Money = z.strictObject({
  minor: z.int().check(z.nonnegative(), z.maximum(1e12)),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/, { error: 'not an ISO 4217 code, such as CNY' })),
});
export type Money = z.infer<typeof Money>;

/** Kept by reference: the bank's own store holds the file. */
export const Attachment = z.strictObject({
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/, { error: 'not 64 lower-case hex digits' })),
  mediaType: text(100),
  bytes: z.int().check(z.nonnegative()),
  title: z.optional(text(200)),
});

/** What a channel posts, version 1. The bus event's detail and the body of POST /complaints are the same. */
export const ComplaintPosted = z.strictObject({
  version: z.literal(1),
  channel: Channel,
  /** The channel's own number of the post: the same reference with the same body is the same ticket. */
  channelReference: text(128),
  kind: z._default(Kind, 'complaint'),
  narrative: text(32_000),
  complainant: z.optional(
    z.strictObject({
      name: z.optional(text(120)),
      phone: z.optional(text(40)),
      email: z.optional(text(254)),
      standing: z._default(Standing, 'self'),
      /** Reference of the power of attorney or certificate of inheritance. */
      authority: z.optional(text(200)),
    }),
  ),
  identity: z.optional(z.strictObject({ method: text(60), level: IdentityLevel, checkedAt: instant })),
  demands: z._default(z.array(text(2_000)).check(z.maxLength(10)), []),
  amount: z.optional(Money),
  happenedAt: z.optional(z.union([instant, z.iso.date()])),
  place: z.optional(text(200)),
  product: z.optional(text(120)),
  merchant: z.optional(text(200)),
  /** A category the channel's own agent chose; triage takes it before its keywords. */
  category: z.optional(text(60)),
  card: z.optional(
    z.strictObject({
      lastFour: z.optional(z.string().check(z.regex(/^\d{4}$/, { error: 'not four digits' }))),
      tier: z._default(Tier, 'standard'),
      partner: z.optional(text(120)),
      /** The card system's opaque reference of the account, never a card number. */
      account: z.optional(text(64)),
    }),
  ),
  locale: z._default(Locale, 'zh-Hans'),
  /** The complainant's own zone; the bank's zone where it is missing. */
  zone: z.optional(zone),
  preferredWay: z._default(Way, 'sms'),
  /** The agent read the record back and the complainant agreed. */
  readBack: z.optional(z.boolean()),
  /** Posted where the public can read it. */
  publicPost: z._default(z.boolean(), false),
  attachments: z._default(z.array(Attachment).check(z.maxLength(20)), []),
  receivedBy: z.optional(z.strictObject({ recording: z.optional(text(200)), transcript: z.optional(text(200)) })),
  passedOnBy: z.optional(
    z.strictObject({ body: z.enum(['pboc', 'nfra', 'association', 'other']), reference: text(128) }),
  ),
  /** The roster id of the person complained about, who never handles the ticket. */
  complainedAbout: z.optional(text(60)),
  postedAt: z.optional(instant),
});
export type ComplaintPosted = z.infer<typeof ComplaintPosted>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
