import type { Refusal } from './refusals.ts';

/** Why a task, or what was to be done with it, is not this person’s, or not any more. */
export const TASK_REFUSALS = {
  TaskClosed: {
    en: {
      title: 'This task is already closed',
      text: 'It was closed before you sent your form, by you or by somebody else. What you sent was not used.',
    },
    'zh-Hans': { title: '这项任务已办结', text: '任务在您提交之前已由他人或您本人办结，本次提交未被采用。' },
    'zh-Hant': { title: '這項任務已辦結', text: '任務在您提交之前已由他人或您本人辦結，本次提交未被採用。' },
  },
  ProposalChanged: {
    en: {
      title: 'The proposal has changed',
      text: 'What you saw is no longer the current proposal. Your decision was not used; please open the link in the latest message.',
    },
    'zh-Hans': {
      title: '方案已变更',
      text: '您看到的方案已不是当前方案，本次决定未被采用。请使用最新短信中的链接。',
    },
    'zh-Hant': {
      title: '方案已變更',
      text: '您看到的方案已不是當前方案，本次決定未被採用。請使用最新短訊中的連結。',
    },
  },
  SamePersonTwice: {
    en: {
      title: 'Somebody else must decide',
      text: 'You have investigated or approved this complaint already. Another person must look at it.',
    },
    'zh-Hans': { title: '需要另一人审批', text: '您已参与本件的调查或审批，按双人复核要求须由他人决定。' },
    'zh-Hant': { title: '需要另一人審批', text: '您已參與本件的調查或審批，按雙人覆核要求須由他人決定。' },
  },
  NotYours: {
    en: { title: 'This is not your task', text: 'It is assigned to a colleague.' },
    'zh-Hans': { title: '这不是您的任务', text: '任务已指派给其他同事，请勿代办。' },
    'zh-Hant': { title: '這不是您的任務', text: '任務已指派給其他同事，請勿代辦。' },
  },
  MayNotTakeIt: {
    en: {
      title: 'This colleague may not take it',
      text: 'They are away, have taken part in this case already, or are not entitled to it. Please choose somebody else.',
    },
    'zh-Hans': { title: '不能交给这位同事', text: '该同事当前不在岗、已参与本件，或无权办理。请另选一位。' },
    'zh-Hant': { title: '不能交給這位同事', text: '該同事目前不在崗、已參與本件，或無權辦理。請另選一位。' },
  },
  Recused: {
    en: { title: 'You may not handle this', text: 'The complaint concerns you, so you take no part in it.' },
    'zh-Hans': { title: '您须回避', text: '本件投诉涉及您本人，您不能参与办理。' },
    'zh-Hant': { title: '您須迴避', text: '本件投訴涉及您本人，您不能參與辦理。' },
  },
  NoFurtherRound: {
    en: {
      title: 'No further round can be opened',
      text: 'It ended without a decision that others could look at anew, or others have just begun to.',
    },
    'zh-Hans': {
      title: '不能再开启新一轮',
      text: '该投诉已终止而无可重新审视的决定，或其他人员刚刚开始重新处理。',
    },
    'zh-Hant': {
      title: '不能再開啟新一輪',
      text: '該投訴已終止而無可重新審視的決定，或其他人員剛剛開始重新處理。',
    },
  },
  NotExtendable: {
    en: {
      title: 'No more time can be asked for',
      text: 'No rule gives it, it is asked for already, the date has passed, or the customer has been answered. What you sent was not used.',
    },
    'zh-Hans': {
      title: '不能申请延期',
      text: '该时限没有可用的延期规则、已在审批中、期限已过，或案件已答复。本次提交未生效。',
    },
    'zh-Hant': {
      title: '不能申請延期',
      text: '該時限沒有可用的延期規則、已在審批中、期限已過，或案件已答覆。本次提交未生效。',
    },
  },
  ExtensionTooLate: {
    en: {
      title: 'It is too late for more time',
      text: 'The date has passed, or has moved for another reason. Your decision was not used; the date stands.',
    },
    'zh-Hans': {
      title: '已来不及延期',
      text: '现期限已过，或期限已另行变更。您的决定未生效，现期限不变。',
    },
    'zh-Hant': {
      title: '已來不及延期',
      text: '現期限已過，或期限已另行變更。您的決定未生效，現期限不變。',
    },
  },
  NotStoppable: {
    en: {
      title: 'This clock cannot stand still',
      text: 'No rule allows it for this reason, the date has passed, or the customer has been answered.',
    },
    'zh-Hans': { title: '不能中止计时', text: '规则不允许以此事由中止该时限，或期限已过、案件已答复。' },
    'zh-Hant': { title: '不能中止計時', text: '規則不允許以此事由中止該時限，或期限已過、案件已答覆。' },
  },
  NotRestartable: {
    en: {
      title: 'The time does not run anew',
      text: 'No rule says so, the customer has been answered, or the date would not be a later one. The date stands.',
    },
    'zh-Hans': {
      title: '不能重新计时',
      text: '规则不允许、案件已答复，或重新计时不会使期限更晚。现期限不变。',
    },
    'zh-Hant': {
      title: '不能重新計時',
      text: '規則不允許、案件已答覆，或重新計時不會使期限更晚。現期限不變。',
    },
  },
} satisfies Record<string, Refusal>;
