import * as z from 'zod/mini';

/** Everything a function may be told by its environment. Each function names what it needs and fails at init without it. */
const Environment = {
  TICKETS_TABLE: z.string(),
  CASE_FILES_TABLE: z.string(),
  BUS_NAME: z.string(),
  STATE_MACHINE_ARN: z.string(),
  /** Of extensions. */
  EXTENSION_MACHINE_ARN: z.string(),
  ARCHIVE_BUCKET: z.string(),
  ARCHIVE_KEY: z.string(),
  ARCHIVE_LOCK: z.enum(['GOVERNANCE', 'COMPLIANCE']),
  /** The ARN of the key that signs what is sealed. */
  SIGNING_KEY: z.string(),
  TICKET_KEY_SECRET: z.string(),
  CHANNELS_SECRET: z.string(),
  /** Of the pages, without a slash at the end: the shorter, the fewer SMS parts. */
  BASE_URL: z.string(),
  BANK_ZONE: z.string(),
  BANK_CURRENCY: z.string(),
  JURISDICTION: z.string(),
  HOTLINE: z.string(),
  SMS_ADAPTER: z.enum(['sns', 'http']),
  SMS_SENDER_ID: z.optional(z.string()),
  SMS_GATEWAY_URL: z.optional(z.string()),
  /** The ARN of the secret with which requests to the gateway are signed. */
  SMS_GATEWAY_SECRET: z.optional(z.string()),
  MAIL_ADAPTER: z.enum(['ses', 'none']),
  /** Whose mails they are: an address of an identity that SES knows. */
  MAIL_SENDER: z.optional(z.string()),
};
type Environment = { [Name in keyof typeof Environment]: z.infer<(typeof Environment)[Name]> };

/** The named variables, checked once when the function starts. */
export function env<Name extends keyof Environment>(...names: Name[]): Pick<Environment, Name> {
  const shape = Object.fromEntries(names.map((name) => [name, Environment[name]]));
  const parsed = z.object(shape).safeParse(process.env);
  if (parsed.success) return parsed.data as Pick<Environment, Name>;
  const wrong = parsed.error.issues.map((issue) => issue.path.join('.'));
  throw new Error(`the function's environment lacks or misstates ${wrong.join(', ')}: see infra/functions.ts`);
}
