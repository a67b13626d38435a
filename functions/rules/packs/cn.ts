import type { Pack } from './pack.ts';

const NFRA = 'CBIRC Order 2020 No. 3 (now NFRA)';
const PBOC = 'PBoC Order 2020 No. 5';
const UNSEEN = 'from memory of the rules; for the bank’s lawyers to review';

// biome-ignore format: a decision table is read in columns
export const CN: Pack = {
  id: 'cn', version: '1', jurisdiction: 'cn', zone: 'Asia/Shanghai', calendar: 'cn',
  effective: { from: '2020-11-01', source: UNSEEN, verified: false },
  source: `${NFRA}; ${PBOC}`,
  clocks: [
    { rule: 'cn-decide-15',      clock: 'decide',       startsWhen: 'received',           within: 15, counting: 'calendar-days', what: 'decided, and the customer told',            source: NFRA,   verified: true },
    { rule: 'cn-transferred-15', clock: 'transferred',  startsWhen: 'passed-on-by-pboc',  within: 15, counting: 'calendar-days', what: 'answered as passed on by PBoC',             source: PBOC,   verified: true },
    { rule: 'cn-verify-ask',     clock: 'verification', startsWhen: 'replied',            within: 30, counting: 'calendar-days', what: 'verification 核查 asked for, if it is to be', lapses: true, source: UNSEEN, verified: false },
    { rule: 'cn-verify-decide',  clock: 'verification', startsWhen: 'verification-asked', within: 30, counting: 'calendar-days', what: 'verification 核查 decided',                  source: UNSEEN, verified: false },
  ],
  extensions: [
    { rule: 'cn-decide-30',      clock: 'decide',      step: 1, to: 30, counting: 'calendar-days', approvedBy: 'department-head',         approvalSetBy: 'policy', customerTold: true, source: NFRA, verified: true },
    { rule: 'cn-decide-60',      clock: 'decide',      step: 2, to: 60, counting: 'calendar-days', approvedBy: 'head-office',             approvalSetBy: 'law',    customerTold: true, source: NFRA, verified: true },
    { rule: 'cn-transferred-60', clock: 'transferred', step: 1, to: 60, counting: 'calendar-days', approvedBy: 'head-of-complaint-work',  approvalSetBy: 'law',    customerTold: true, source: PBOC, verified: true },
  ],
  stops: [
    { rule: 'cn-stop-appraisal', clock: 'decide', reason: 'external-appraisal', customerTold: true, source: UNSEEN, verified: false },
    { rule: 'cn-stop-mediation', clock: 'decide', reason: 'mediation',          customerTold: true, source: UNSEEN, verified: false },
  ],
  restarts: [
    { rule: 'cn-restart-facts', clock: 'decide', because: 'new-facts', customerTold: true, source: UNSEEN, verified: false },
  ],
  numbers: [
    { rule: 'cn-records',        what: 'records are kept from closing, at least',               value: 3,  unit: 'years',  source: NFRA,   verified: true },
    { rule: 'cn-leak',           what: 'a leak of personal data is told to PBoC within',        value: 72, unit: 'hours',  source: PBOC,   verified: true },
    { rule: 'cn-major-group',    what: 'people face to face on one matter make it major',       value: 20, unit: 'people', source: NFRA,   verified: true },
  ],
  furtherWays: [
    { id: 'verification', labels: { 'zh-Hans': '核查', 'zh-Hant': '核查', en: 'Verification by the bank' }, internal: true, source: NFRA, verified: true },
    { id: 'mediation',    labels: { 'zh-Hans': '调解', 'zh-Hant': '調解', en: 'Mediation' },                source: NFRA, verified: true },
    { id: 'arbitration',  labels: { 'zh-Hans': '仲裁', 'zh-Hant': '仲裁', en: 'Arbitration' },              source: NFRA, verified: true },
    { id: 'litigation',   labels: { 'zh-Hans': '诉讼', 'zh-Hant': '訴訟', en: 'Litigation' },               source: NFRA, verified: true },
  ],
};
