import type { Pack } from './pack.ts';

const DISP = 'FCA Handbook, DISP';

// biome-ignore format: a decision table is read in columns
export const UK: Pack = {
  id: 'uk', version: '1', jurisdiction: 'uk', zone: 'Europe/London', calendar: 'uk',
  effective: { from: '2016-06-30', source: `${DISP} 1.5, as of 30 June 2016`, verified: true },
  source: `${DISP} 1`,
  clocks: [
    { rule: 'uk-acknowledge', clock: 'acknowledge', startsWhen: 'received', within: 0, counting: 'promptly',      what: 'acknowledged in writing',                          source: `${DISP} 1.6.1R`, verified: true },
    { rule: 'uk-summary-3',   clock: 'summary',     startsWhen: 'received', within: 3, counting: 'business-days', what: 'resolved by close of business, for a summary resolution communication', lapses: true, source: `${DISP} 1.5.1R`, verified: true },
    { rule: 'uk-decide-8',    clock: 'decide',      startsWhen: 'received', within: 8, counting: 'weeks',         what: 'a final or a holding response sent',               source: `${DISP} 1.6.2R`, verified: true },
  ],
  extensions: [],
  stops: [],
  restarts: [],
  numbers: [
    { rule: 'uk-records', what: 'records are kept from receipt, at least', value: 3, unit: 'years', source: `${DISP} 1.9.1R`, verified: true },
  ],
  furtherWays: [
    { id: 'ombudsman', labels: { 'zh-Hans': '英国金融申诉专员服务', 'zh-Hant': '英國金融申訴專員服務', en: 'The Financial Ombudsman Service' }, source: `${DISP} 1.6.2R`, verified: true },
  ],
};
