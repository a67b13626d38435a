import type { Channel } from '../domain/complaint-posted.ts';
import type { Particular } from '../domain/likeness.ts';
import { POLICY } from './policy.ts';
import type { Table } from './table.ts';

/** One ticket is an incident by its words: by the first row one of whose phrases it holds, where its way of coming fits. */
export type MajorRow = readonly [
  rule: string,
  what: string,
  reach: 'public' | '*',
  channels: readonly Channel[] | '*',
  phrases: readonly string[],
];

/** Many tickets are an incident together. A ticket belongs to the matter of the first row all of whose particulars it says. */
export type ClusterRow = readonly [
  rule: string,
  what: string,
  alike: readonly Particular[],
  tickets: number,
  withinDays: number,
];

export type Major = Table<MajorRow> & Readonly<{ clusters: readonly ClusterRow[] }>;

/**
 * What is more than one person's complaint: an incident is raised, the incident officer owes a plan, and every ticket of
 * it is flagged. The law's number, 20 people face to face on one matter, is `cn-major-group` of the pack; the clusters
 * are the bank's own, and count tickets of different cardholders, those merged into another counted once.
 */
// biome-ignore format: a decision table is read in columns
export const MAJOR: Major = {
  id: 'major', version: '1', source: 'bank policy beside cn-major-group, to be confirmed by its head of complaints',
  rows: [
    // rule what                                  post      channels     or the text says
    ['J1', 'people in danger',                     '*',      '*',        ['人身安全', '生命危险', '生命危險', '自杀', '自殺', '轻生', '輕生', '死亡威胁', '死亡威脅', 'suicide', 'kill myself', 'end my life', 'death threat*', 'threatened to kill', 'in danger of my life']],
    ['J2', 'public health',                        '*',      '*',        ['公共卫生', '公共衛生', '食物中毒', '集体中毒', '集體中毒', '疫情扩散', '疫情擴散', 'public health', 'food poisoning', 'mass poisoning']],
    ['J3', 'a group at the counter (cn-major-group)', '*',   ['branch'], ['集体投诉', '集體投訴', '群体投诉', '群體投訴', '集体维权', '集體維權', '聚集', '拉横幅', '拉橫幅', 'group of customers', 'crowd of customers', 'protest*']],
    ['J4', 'public exposure',                      'public', '*',        ['曝光', '媒体', '媒體', '热搜', '熱搜', '记者', '記者', '电视台', '電視台', 'journalist*', 'reporter*', 'the press', 'newspaper*', 'tv station', 'went viral', 'going viral']],
  ],
  clusters: [
    // rule what                             of one category and with the same      tickets                  within days
    ['K1', 'one merchant',                   ['merchant'],                          POLICY.clusterOfTickets, POLICY.clusterWindowDays],
    ['K2', 'one product',                    ['product'],                           POLICY.clusterOfTickets, POLICY.clusterWindowDays],
    ['K3', 'one amount on one day',          ['amount', 'day'],                     POLICY.clusterOfTickets, POLICY.clusterWindowDays],
  ],
};
