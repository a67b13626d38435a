import { samplePost } from '../../local/demo/complaints/sample-post.ts';
import type { PlannedPost } from '../../local/demo/planned-post.ts';

/** An annual fee charged in spite of a promise: one department, a remedy that two levels approve, nothing goes wrong. */
export const twoLevelComplaints = (count: number): PlannedPost[] =>
  Array.from({ length: count }, (_, nth) => {
    // Twelve a day, from nine in the morning.
    const at = `${Math.floor(nth / 12)} ${String(9 + (nth % 12)).padStart(2, '0')}:00`;
    const number = String(nth).padStart(4, '0');
    return samplePost({
      at,
      post: {
        channel: 'app',
        channelReference: `SAMPLE-COST-${number}`,
        narrative: '办卡时业务人员承诺刷满六次免年费，我已刷满，账单上还是收取了年费600元，请退还。',
        category: 'fees-and-interest',
        complainant: { name: '样例·持卡人', phone: `131 2345 ${number}` },
        demands: ['退还年费600元'],
        amount: { minor: 60_000, currency: 'CNY' },
        happenedAt: '2026-02-20',
        card: { lastFour: '4242', account: `SAMPLE-ACCT-${number}` },
      },
      behaviour: {
        remedies: [['fee-waiver', '600.00']],
        facts: '该卡上年度消费次数已达到免年费条件，系统未计入其中两期。',
        reason: '您已达到减免条件，年费600元全额退回。',
        citation: '信用卡收费标准：年费减免',
        rating: 5,
      },
    });
  });
