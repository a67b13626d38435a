import type { MailCatalogue } from '../mail.ts';

export const zhHant: MailCatalogue = {
  subjects: {
    acknowledgement: '您反映的事項{ticket}已受理',
    'security-advice': '緊急：事項{ticket}用卡安全提示',
    declined: '來件{ticket}：請辦理授權',
    'card-protected': '事項{ticket}所涉卡片已受到保護',
    'still-working': '您反映的事項{ticket}仍在辦理中',
    'extension-notice': '事項{ticket}辦理期限延長',
    'clock-stopped': '事項{ticket}辦理期限暫停',
    'clock-restarted': '事項{ticket}有新的事實，期限重新計算',
    merged: '來件{ticket}與事項{other}合併辦理',
    withdrawn: '您已撤回事項{ticket}',
    reply: '您反映的事項{ticket}已有處理結果',
    survey: '請評價事項{ticket}的處理',
    'survey-reminder': '提醒：事項{ticket}的評價即將截止',
  },
  greeting: '尊敬的客戶：',
  closing:
    '為保護您的資料，本郵件不含您的個人資料和卡片資訊，我們也不會索要密碼或驗證碼。請勿直接回覆，本信箱無人查收。',
};
