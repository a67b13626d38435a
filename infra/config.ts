import type { Channel } from '../functions/domain/complaint-posted.ts';

/** What differs between stages, and nothing else: every number an operator may want to change is here. */
export type Config = Readonly<{
  region: string;
  bank: Readonly<{ zone: string; jurisdiction: string; currency: string; hotline: string }>;
  /** A short domain keeps SMS in one part. Without one the pages answer at the API's own address. */
  domain?: Readonly<{ name: string; certificateArn: string }>;
  /** Who may put events on the bus, from this account or another, and which `source` each may name; nobody else may. */
  publishers: readonly Readonly<{ principalArn: string; source: `channel.${Channel}` | 'core-banking' }>[];
  sms: Readonly<{
    adapter: 'sns' | 'http';
    senderId?: string;
    gateway?: Readonly<{ url: string; secretArn: string }>;
    /** As set for the account: SNS stops sending within minutes of crossing it. */
    monthlyLimitUsd: number;
  }>;
  /** `none`: nobody is told by e-mail. The sender's domain is verified with SES once, by the records it gives. */
  mail: Readonly<{ adapter: 'ses'; sender: string } | { adapter: 'none' }>;
  archive: Readonly<{ lock: 'governance' | 'compliance'; days: number }>;
  api: Readonly<{ requestsPerSecond: number; burst: number }>;
  logDays: number;
  tracing: boolean;
  /** Running complaints die with the stack: production takes a second command to delete it. */
  protected: boolean;
}>;

const YEAR = 366;

const development: Config = {
  region: 'ap-southeast-1',
  bank: { zone: 'Asia/Shanghai', jurisdiction: 'cn', currency: 'CNY', hotline: '95500' },
  publishers: [],
  sms: { adapter: 'sns', monthlyLimitUsd: 1 },
  mail: { adapter: 'ses', sender: 'complaints@bank.example' },
  archive: { lock: 'governance', days: 1 },
  api: { requestsPerSecond: 50, burst: 100 },
  logDays: 7,
  tracing: true,
  protected: false,
};

/** Compliance mode is final: until its days are over, nobody deletes a sealed ticket, not even the account's root. */
const production: Config = {
  ...development,
  sms: { adapter: 'sns', monthlyLimitUsd: 500 },
  archive: { lock: 'compliance', days: 3 * YEAR },
  api: { requestsPerSecond: 500, burst: 1000 },
  logDays: 90,
  protected: true,
};

const stages = { development, production };

export function configOf(stage: string): Config {
  const config = stages[stage as keyof typeof stages];
  if (!config) throw new Error(`no stage '${stage}' in infra/config.ts: it has ${Object.keys(stages).join(', ')}`);
  return config;
}
