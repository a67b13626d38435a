import type { Locale } from '../../domain/complaint-posted.ts';
import type { Fault } from '../../pages/form.ts';

const en = {
  optional: 'optional',
  choose: 'Please choose',
  masked: 'Card numbers in what you write are masked; only the last four digits stay.',
  faultsTitle: 'Please correct the following',
  faults: {
    required: 'Please fill this in',
    tooLong: 'This is too long; please shorten it',
    choose: 'Please choose one',
    amount: 'Please give an amount such as 120.50',
    wrong: 'Something is not right here; please check',
  } satisfies Record<Fault, string>,
};
type FieldTexts = typeof en;

const zhHans: FieldTexts = {
  optional: '选填',
  choose: '请选择',
  masked: '填写内容中的卡号将自动遮盖，仅留后四位。',
  faultsTitle: '请先更正以下内容',
  faults: {
    required: '请填写此项',
    tooLong: '内容过长，请精简',
    choose: '请选择一项',
    amount: '请填写金额，例如 120.50',
    wrong: '此项填写有误，请检查',
  },
};

const zhHant: FieldTexts = {
  optional: '選填',
  choose: '請選擇',
  masked: '填寫內容中的卡號將自動遮蓋，僅留後四位。',
  faultsTitle: '請先更正以下內容',
  faults: {
    required: '請填寫此項',
    tooLong: '內容過長，請精簡',
    choose: '請選擇一項',
    amount: '請填寫金額，例如 120.50',
    wrong: '此項填寫有誤，請檢查',
  },
};

/** What every form says of its fields, and of what is wrong with them. */
export const FIELD_TEXTS: Readonly<Record<Locale, FieldTexts>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };
