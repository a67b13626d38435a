import type { Locale } from '../../domain/complaint-posted.ts';
import type { Outcome } from '../../domain/ticket.ts';
import type { Words } from './words.ts';

/** What a task came to. */
export const OUTCOME_WORDS: Words<Outcome> = {
  en: {
    done: 'done',
    filed: 'filed',
    approved: 'approved',
    Returned: 'returned',
    Transferred: 'transferred',
    CommandFailed: 'failed',
    expired: 'expired',
    answered: 'answered',
    refused: 'refused',
    void: 'no longer owed',
  },
  'zh-Hans': {
    done: '已完成',
    filed: '已提交',
    approved: '已同意',
    Returned: '已退回',
    Transferred: '已转办',
    CommandFailed: '执行失败',
    expired: '已过期',
    answered: '已评价',
    refused: '不同意',
    void: '不再需要',
  },
  'zh-Hant': {
    done: '已完成',
    filed: '已提交',
    approved: '已同意',
    Returned: '已退回',
    Transferred: '已轉辦',
    CommandFailed: '執行失敗',
    expired: '已過期',
    answered: '已評價',
    refused: '不同意',
    void: '不再需要',
  },
};

const en = {
  closed: (outcome: string) => `This task is ${outcome}`,
  closedBy: (who: string, when: string) => `By ${who}, ${when}`,
  movedTo: (department: string) => `To: ${department}`,
  yourFiling: 'What was filed',
};
type ClosedTexts = typeof en;

const zhHans: ClosedTexts = {
  closed: (outcome) => `本任务${outcome}`,
  closedBy: (who, when) => `办理人 ${who}，${when}`,
  movedTo: (department) => `转至：${department}`,
  yourFiling: '提交的内容',
};

const zhHant: ClosedTexts = {
  closed: (outcome) => `本任務${outcome}`,
  closedBy: (who, when) => `辦理人 ${who}，${when}`,
  movedTo: (department) => `轉至：${department}`,
  yourFiling: '提交的內容',
};

/** A task that is closed, on whichever page it was done. */
export const CLOSED_TEXTS: Readonly<Record<Locale, ClosedTexts>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };
