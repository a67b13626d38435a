import type { Pack } from './pack.ts';

const PSD2 = 'Directive (EU) 2015/2366 (PSD2), Article 101(2)';

/** The zone of most of the euro area; a bank elsewhere says its own. */
// biome-ignore format: a decision table is read in columns
export const EU: Pack = {
  id: 'eu', version: '1', jurisdiction: 'eu', zone: 'Europe/Brussels', calendar: 'eu',
  effective: { from: '2018-01-13', source: 'from memory of Article 115 of the directive; for the bank’s lawyers to review', verified: false },
  source: PSD2,
  clocks: [
    { rule: 'eu-decide-15', clock: 'decide', startsWhen: 'received', within: 15, counting: 'business-days', what: 'a reply to all points raised', source: PSD2, verified: true },
  ],
  extensions: [
    { rule: 'eu-decide-35', clock: 'decide', step: 1, to: 35, counting: 'business-days', approvedBy: 'department-head', approvalSetBy: 'policy', customerTold: true, source: `${PSD2}, by a holding reply`, verified: true },
  ],
  stops: [],
  restarts: [],
  numbers: [],
  furtherWays: [
    { id: 'dispute-resolution', labels: { 'zh-Hans': '替代性争议解决机构', 'zh-Hant': '替代性爭議解決機構', en: 'A body for alternative dispute resolution' }, source: 'PSD2, Article 101(3)', verified: true },
  ],
};
