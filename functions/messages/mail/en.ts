import type { MailCatalogue } from '../mail.ts';

export const en: MailCatalogue = {
  subjects: {
    acknowledgement: 'We have accepted your case {ticket}',
    'security-advice': 'Urgent: the safety of your card, case {ticket}',
    declined: 'Your case {ticket}: we need an authority',
    'card-protected': 'The card in case {ticket} is protected',
    'still-working': 'We are still working on case {ticket}',
    'extension-notice': 'A new date for case {ticket}',
    'clock-stopped': 'Case {ticket} waits for an appraisal or a mediation',
    'clock-restarted': 'Your addition to case {ticket}, and its new date',
    merged: 'Case {ticket} is handled together with {other}',
    withdrawn: 'You have withdrawn case {ticket}',
    reply: 'Our answer to your case {ticket}',
    survey: 'How did we handle case {ticket}?',
    'survey-reminder': 'Last chance to rate case {ticket}',
  },
  greeting: 'Dear customer,',
  closing:
    'For your safety this mail holds no details of you or your card, and we shall never ask for a password or a code. Please do not answer it: nobody reads this mailbox.',
};
