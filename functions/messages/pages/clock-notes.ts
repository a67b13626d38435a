import type { Locale } from '../../domain/complaint-posted.ts';
import type { Extension } from '../../domain/ticket.ts';
import type { Words } from './words.ts';

/** How it stands with an extension. */
export const EXTENSION_WORDS: Words<Extension['state']> = {
  en: {
    proposed: 'waits for a decision',
    approved: 'agreed to, the customer is being told',
    refused: 'refused',
    granted: 'granted',
    void: 'void',
  },
  'zh-Hans': {
    proposed: '待审批',
    approved: '已同意，待告知客户',
    refused: '不同意',
    granted: '已延期',
    void: '失效',
  },
  'zh-Hant': {
    proposed: '待審批',
    approved: '已同意，待告知客戶',
    refused: '不同意',
    granted: '已延期',
    void: '失效',
  },
};

/** Why one is void. */
export const VOID_WORDS: Words<NonNullable<Extension['void']>['because']> = {
  en: {
    'too-late': 'Nobody decided before the present date: the request is void, and the date stands.',
    'not-told': 'The customer could not be told before the present date: the request is void, and the date stands.',
    replied: 'The customer has been answered: no more time is needed.',
    closed: 'The case is closed: no more time is needed.',
    moved: 'The date has moved for another reason: the request is void.',
    stopped: 'The clock stands still: nobody gives more time to it meanwhile, and the request is void.',
    lost: 'The workflow of this request broke too often: it is void, and the present date stands.',
  },
  'zh-Hans': {
    'too-late': '现期限之前无人审批，申请失效，现期限不变。',
    'not-told': '未能在现期限之前告知客户，申请失效，现期限不变。',
    replied: '已答复客户，无需延期。',
    closed: '案件已结，无需延期。',
    moved: '期限已因其他原因变更，申请失效。',
    stopped: '期限已中止计算，其间不予延期，申请失效。',
    lost: '办理延期的流程多次中断，申请失效，现期限不变。',
  },
  'zh-Hant': {
    'too-late': '現期限之前無人審批，申請失效，現期限不變。',
    'not-told': '未能在現期限之前告知客戶，申請失效，現期限不變。',
    replied: '已答覆客戶，無需延期。',
    closed: '案件已結，無需延期。',
    moved: '期限已因其他原因變更，申請失效。',
    stopped: '期限已中止計算，其間不予延期，申請失效。',
    lost: '辦理延期的流程多次中斷，申請失效，現期限不變。',
  },
};

/** For what a clock may stand still. */
export const STOP_WORDS: Words<string> = {
  en: { 'external-appraisal': 'External appraisal', mediation: 'Mediation' },
  'zh-Hans': { 'external-appraisal': '外部鉴定', mediation: '调解' },
  'zh-Hant': { 'external-appraisal': '外部鑑定', mediation: '調解' },
} satisfies Words<'external-appraisal' | 'mediation'>;

const en = {
  title: 'How the dates moved',
  standing: (since: string) => `Stands still since ${since}`,
  stood: (from: string, until: string) => `Stood still from ${from} to ${until}`,
  dueWithout: (day: string) => `date before it stood still: ${day}`,
  restarted: (at: string) => `Runs anew from ${at}, because of new facts`,
  recounted: (at: string, before: string) =>
    `Counted again ${at}: the calendar has the year now. Counted before: ${before}`,
  extensionOf: (day: string) => `More time, until ${day}`,
};
type ClockNoteTexts = typeof en;

const zhHans: ClockNoteTexts = {
  title: '时限变动',
  standing: (since) => `自 ${since} 起中止计时`,
  stood: (from, until) => `${from} 至 ${until} 中止计时`,
  dueWithout: (day) => `中止前的期限：${day}`,
  restarted: (at) => `因新事实自 ${at} 重新计时`,
  recounted: (at, before) => `${at} 按已公布的年历重新推算，此前为 ${before}`,
  extensionOf: (day) => `延至 ${day}`,
};

const zhHant: ClockNoteTexts = {
  title: '時限變動',
  standing: (since) => `自 ${since} 起中止計時`,
  stood: (from, until) => `${from} 至 ${until} 中止計時`,
  dueWithout: (day) => `中止前的期限：${day}`,
  restarted: (at) => `因新事實自 ${at} 重新計時`,
  recounted: (at, before) => `${at} 按已公布的年曆重新推算，此前為 ${before}`,
  extensionOf: (day) => `延至 ${day}`,
};

/** What moved the dates of a case: longer time, standing still, new facts. */
export const CLOCK_NOTE_TEXTS: Readonly<Record<Locale, ClockNoteTexts>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };
