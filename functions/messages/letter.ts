import type { Locale } from '../domain/complaint-posted.ts';

const en = {
  title: 'Our answer',
  re: (ticket: string) => `Your case ${ticket}`,
  dear: (name: string) => `Dear ${name},`,
  dearCustomer: 'Dear customer,',
  opening: (day: string) => `We have finished looking into what you told us on ${day}. This is our answer.`,
  facts: 'What we found',
  answers: 'Our answer to what you asked for',
  basis: 'What it rests on',
  remedies: 'What we do, and where it stands',
  furtherWays: 'If you do not agree',
  done: 'Done',
  underWay: 'Under way',
  ways: {
    verification: 'You may ask us to have the matter verified.',
    mediation: 'You may turn to a mediation body for financial consumer disputes.',
    arbitration: 'Where your contract provides for arbitration, you may apply for it.',
    litigation: 'You may bring the matter before the courts.',
    regulator: 'You may turn to the financial regulator.',
    ombudsman: 'You may refer the matter to the financial ombudsman.',
  } as Record<string, string>,
  closing: 'Thank you for telling us. If anything is unclear, please call us.',
  signature: (brand: string) => `${brand}, Credit Card Complaint Desk`,
  print: 'Use your browser’s print function to keep this letter.',
};
type LetterTexts = typeof en;

const zhHans: LetterTexts = {
  title: '答复函',
  re: (ticket) => `关于您反映的事项（编号 ${ticket}）`,
  dear: (name) => `尊敬的${name}：`,
  dearCustomer: '尊敬的客户：',
  opening: (day) => `您于${day}反映的事项，我行已办结。现答复如下。`,
  facts: '查明的情况',
  answers: '对您诉求的答复',
  basis: '依据',
  remedies: '处理措施及办理情况',
  furtherWays: '如您不认可本答复',
  done: '已完成',
  underWay: '办理中',
  ways: {
    verification: '可向我行申请核查。',
    mediation: '可向金融消费纠纷调解组织申请调解。',
    arbitration: '合同约定仲裁的，可依约申请仲裁。',
    litigation: '可依法向人民法院提起诉讼。',
    regulator: '可向金融监管部门反映。',
    ombudsman: '可向金融申诉专员申请裁断。',
  },
  closing: '感谢您的反映。如有疑问，请致电我们。',
  signature: (brand) => `${brand} 信用卡投诉处理中心`,
  print: '可用浏览器的打印功能保存本函。',
};

const zhHant: LetterTexts = {
  title: '答覆函',
  re: (ticket) => `關於您反映的事項（編號 ${ticket}）`,
  dear: (name) => `尊敬的${name}：`,
  dearCustomer: '尊敬的客戶：',
  opening: (day) => `您於${day}反映的事項，我行已辦結。現答覆如下。`,
  facts: '查明的情況',
  answers: '對您訴求的答覆',
  basis: '依據',
  remedies: '處理措施及辦理情況',
  furtherWays: '如您不認可本答覆',
  done: '已完成',
  underWay: '辦理中',
  ways: {
    verification: '可向我行申請核查。',
    mediation: '可向金融消費糾紛調解組織申請調解。',
    arbitration: '合約約定仲裁的，可依約申請仲裁。',
    litigation: '可依法向人民法院提起訴訟。',
    regulator: '可向金融監管機構反映。',
    ombudsman: '可向金融申訴專員申請裁斷。',
  },
  closing: '感謝您的反映。如有疑問，請致電我們。',
  signature: (brand) => `${brand} 信用卡投訴處理中心`,
  print: '可用瀏覽器的打印功能保存本函。',
};

/** What a letter says beside what was found, and of the ways to others than the bank. */
export const LETTER_TEXTS: Readonly<Record<Locale, LetterTexts>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };
