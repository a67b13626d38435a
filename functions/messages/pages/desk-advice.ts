import type { Locale } from '../../domain/complaint-posted.ts';

/** What stopped a ticket, as far as people can do something about it. */
type Known =
  | 'NobodyOnRoster'
  | 'NobodyTold'
  | 'NotReached'
  | 'NotCarriedOut'
  | 'ReturnedTooOften'
  | 'States.Timeout'
  | 'other';
type Advice = Readonly<Record<Known, string>>;

/** What is to be done before a ticket that is stuck is resumed. `other`: of every error that is not named. */
const ADVICE: Readonly<Record<Locale, Advice>> = {
  en: {
    NobodyOnRoster:
      'Nobody who may do this is on the roster and there today. Have the roster changed first: another person, an absence that ends, a deputy.',
    NobodyTold: 'A message reached nobody, by any way. Tell them yourself first.',
    NotReached:
      'The complainant was reached by no way. Call them, tell them the answer, and resume at once: that moment counts as the reply.',
    NotCarriedOut:
      'Core banking has not said that it carried this out. Ask there first; resumed, it is ordered again under the same number, and carried out once.',
    ReturnedTooOften: 'Managers sent the proposal back too often. Find out first what they and the department lack.',
    'States.Timeout': 'What this step waits for did not come in time. Ask whoever owes it first, by telephone.',
    other: 'A fault of the system. Have the operators find the cause first, or the ticket stops here again.',
  },
  'zh-Hans': {
    NobodyOnRoster: '今日名册中没有可以办理的人员。请先调整名册：增加人员、结束缺勤或指定代理人。',
    NobodyTold: '该通知以任何方式均未送达。请先自行告知有关人员。',
    NotReached: '以任何方式均未能联系到客户。请致电告知答复内容，并立即恢复办理：以恢复时间为答复时间。',
    NotCarriedOut: '核心系统未回报该指令已执行。请先核实；恢复后将以同一编号再次下达，只执行一次。',
    ReturnedTooOften: '处理方案被退回次数过多。请先了解审批人和部门各自缺少什么。',
    'States.Timeout': '该步骤等待的结果未按时返回。请先致电负责方核实。',
    other: '系统故障。请先由运维查明原因，否则工单会再次停在此处。',
  },
  'zh-Hant': {
    NobodyOnRoster: '今日名冊中沒有可以辦理的人員。請先調整名冊：增加人員、結束缺勤或指定代理人。',
    NobodyTold: '該通知以任何方式均未送達。請先自行告知有關人員。',
    NotReached: '以任何方式均未能聯絡到客戶。請致電告知答覆內容，並立即恢復辦理：以恢復時間為答覆時間。',
    NotCarriedOut: '核心系統未回報該指令已執行。請先核實；恢復後將以同一編號再次下達，只執行一次。',
    ReturnedTooOften: '處理方案被退回次數過多。請先了解審批人和部門各自缺少什麼。',
    'States.Timeout': '該步驟等待的結果未按時返回。請先致電負責方核實。',
    other: '系統故障。請先由維運查明原因，否則工單會再次停在此處。',
  },
};

export function adviceOn(error: string | undefined, locale: Locale): string {
  const advice: Readonly<Record<string, string>> & Advice = ADVICE[locale];
  return (error !== undefined && Object.hasOwn(advice, error) ? advice[error] : undefined) ?? advice.other;
}
