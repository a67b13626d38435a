import type { Locale } from '../../domain/complaint-posted.ts';

const en = {
  title: 'Investigate a complaint',
  answerTitle: 'Answer a message',
  returned: 'Returned by the approver with these reasons',
  transferredIn: 'Why it was transferred to you',
  transferTitle: 'Not your department’s? Transfer it',
  transferTo: 'To department',
  transferReason: 'Why',
  transfer: 'Transfer',
  answerLabel: 'Your answer',
  answerHint: 'It goes into the letter to the customer word for word.',
  answer: 'Send the answer',
};
type WorkTexts = typeof en;

const zhHans: WorkTexts = {
  title: '调查办理',
  answerTitle: '答复来件',
  returned: '审批退回，请按以下意见补充',
  transferredIn: '转办原因',
  transferTitle: '不属于本部门？转其他部门',
  transferTo: '转至部门',
  transferReason: '转办原因',
  transfer: '转办',
  answerLabel: '答复内容',
  answerHint: '将按原文写入给客户的答复函。',
  answer: '提交答复',
};

const zhHant: WorkTexts = {
  title: '調查辦理',
  answerTitle: '答覆來件',
  returned: '審批退回，請按以下意見補充',
  transferredIn: '轉辦原因',
  transferTitle: '不屬於本部門？轉其他部門',
  transferTo: '轉至部門',
  transferReason: '轉辦原因',
  transfer: '轉辦',
  answerLabel: '答覆內容',
  answerHint: '將按原文寫入給客戶的答覆函。',
  answer: '提交答覆',
};

/** The page of whoever investigates or answers; its longest form has texts of its own. */
export const WORK_TEXTS: Readonly<Record<Locale, WorkTexts>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };
