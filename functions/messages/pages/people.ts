import type { Locale } from '../../domain/complaint-posted.ts';
import type { Role } from '../../domain/roster.ts';
import type { Words } from './words.ts';

/** At which something is decided. */
export const LEVEL_WORDS: Words<string> = {
  en: {
    'team-lead': 'Team lead',
    'department-head': 'Department head',
    'head-office': 'Head office',
    'head-of-complaint-work': 'Head of complaint work',
  },
  'zh-Hans': {
    'team-lead': '团队主管',
    'department-head': '部门负责人',
    'head-office': '总行负责人',
    'head-of-complaint-work': '投诉工作负责人',
  },
  'zh-Hant': {
    'team-lead': '團隊主管',
    'department-head': '部門負責人',
    'head-office': '總行負責人',
    'head-of-complaint-work': '投訴工作負責人',
  },
} satisfies Words<Extract<Role, 'team-lead' | 'department-head' | 'head-office' | 'head-of-complaint-work'>>;

const en = {
  giveTitle: 'Cannot do it yourself? Give it to a colleague',
  giveTo: 'To',
  giveHint: 'This one task only. They are told, and the record says that they act for you. You cannot take it back.',
  give: 'Give it away',
  givenTo: (who: string, what: string) => `This is with ${who} now (${what})`,
  givenText: 'You can still look at it, and do nothing more here.',
  actingFor: (who: string, whom: string) => `${who}, for ${whom}`,
  youActFor: (whom: string) => `You act for ${whom}`,
  covered: (who: string) => `${who}, who has agreed already when it was escalated`,
};
type PeopleTexts = typeof en;

const zhHans: PeopleTexts = {
  giveTitle: '交由同事办理',
  giveTo: '交给',
  giveHint: '仅限本任务。系统会通知该同事，并记录其代您办理；交出后您不能收回。',
  give: '交出',
  givenTo: (who, what) => `已交由${who}（${what}）办理`,
  givenText: '您仍可查看本页，但不能再办理。',
  actingFor: (who, whom) => `${who}（代${whom}）`,
  youActFor: (whom) => `您代${whom}办理`,
  covered: (who) => `${who}（升级办理时已一并同意）`,
};

const zhHant: PeopleTexts = {
  giveTitle: '交由同事辦理',
  giveTo: '交給',
  giveHint: '僅限本任務。系統會通知該同事，並記錄其代您辦理；交出後您不能收回。',
  give: '交出',
  givenTo: (who, what) => `已交由${who}（${what}）辦理`,
  givenText: '您仍可查看本頁，但不能再辦理。',
  actingFor: (who, whom) => `${who}（代${whom}）`,
  youActFor: (whom) => `您代${whom}辦理`,
  covered: (who) => `${who}（升級辦理時已一併同意）`,
};

/** Who has a task, in whose place, and the form by which they give it to a colleague. */
export const PEOPLE_TEXTS: Readonly<Record<Locale, PeopleTexts>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };
