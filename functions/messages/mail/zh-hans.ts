import type { MailCatalogue } from '../mail.ts';

export const zhHans: MailCatalogue = {
  subjects: {
    acknowledgement: '您反映的事项{ticket}已受理',
    'security-advice': '紧急：事项{ticket}用卡安全提示',
    declined: '来件{ticket}：请办理授权',
    'card-protected': '事项{ticket}所涉卡片已受到保护',
    'still-working': '您反映的事项{ticket}仍在办理中',
    'extension-notice': '事项{ticket}办理期限延长',
    'clock-stopped': '事项{ticket}办理期限暂停',
    'clock-restarted': '事项{ticket}有新的事实，期限重新计算',
    merged: '来件{ticket}与事项{other}合并办理',
    withdrawn: '您已撤回事项{ticket}',
    reply: '您反映的事项{ticket}已有处理结果',
    survey: '请评价事项{ticket}的处理',
    'survey-reminder': '提醒：事项{ticket}的评价即将截止',
  },
  greeting: '尊敬的客户：',
  closing:
    '为保护您的信息，本邮件不含您的个人资料和卡片信息，我们也不会索要密码或验证码。请勿直接回复，本邮箱无人查收。',
};
