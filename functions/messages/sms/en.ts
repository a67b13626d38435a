import type { SmsCatalogue } from '../sms.ts';

/** Only letters of the GSM-7 alphabet: one typographic quote would halve what fits into a part. */
export const en: SmsCatalogue = {
  acknowledgement: {
    id: 'acknowledgement.en.1',
    text: [
      ['accepted', '{brand}: we have accepted your case {ticket}. '],
      ['next', 'A specialist is looking into it. '],
      ['by-when', 'You will have our answer by {by}. '],
      ['how-to-reach', 'Questions: {hotline}'],
    ],
  },
  'security-advice': {
    id: 'security-advice.en.1',
    text: [
      [
        'accepted',
        '{brand}: case {ticket} on the safety of your card is urgent to us. We are protecting the card now. ',
      ],
      [
        'what-to-do',
        'Tell nobody your PIN or codes, make no transfer that a caller asks for, check your recent transactions. ',
      ],
      ['how-to-reach', 'Day and night: {hotline}'],
    ],
  },
  declined: {
    id: 'declined.en.1',
    text: [
      [
        'reason',
        '{brand}: case {ticket} is on record. You are not the cardholder and we hold no authority, so we may not handle it. ',
      ],
      ['what-to-do', 'Please have the cardholder write, or bring a power of attorney and both IDs to a branch. '],
      ['how-to-reach', 'Questions: {hotline}'],
    ],
  },
  'work-link': {
    id: 'work-link.en.1',
    text: [
      ['what-to-do', '{brand}: complaint {ticket} is yours to handle '],
      ['by-when', 'by {by}: '],
      ['link', '{link}'],
    ],
  },
  'work-reminder': {
    id: 'work-reminder.en.1',
    text: [
      ['what-to-do', '{brand}: reminder, complaint {ticket} still waits for you, due '],
      ['by-when', '{by}: '],
      ['link', '{link}'],
    ],
  },
  'duty-call': {
    id: 'duty-call.en.1',
    text: [
      ['reason', '{brand}: URGENT. The card system has not confirmed the protection of the card in {ticket}. '],
      ['what-to-do', 'Check and protect it by hand now, then tell the desk: {hotline}'],
    ],
  },
  'desk-link': {
    id: 'desk-link.en.1',
    text: [
      ['what-to-do', '{brand}: complaint {ticket} needs the triage desk: '],
      ['link', '{link}'],
    ],
  },
  'approval-link': {
    id: 'approval-link.en.1',
    text: [
      ['what-to-do', '{brand}: the proposal for complaint {ticket} waits for your decision '],
      ['by-when', 'by {by}: '],
      ['link', '{link}'],
    ],
  },
  reply: {
    id: 'reply.en.1',
    text: [
      ['accepted', '{brand}: our answer to your case {ticket} is ready. '],
      ['link', 'Please read: {link} '],
      ['how-to-reach', 'Questions: {hotline}'],
    ],
  },
  survey: {
    id: 'survey.en.1',
    text: [
      ['what-to-do', '{brand}: how did we handle case {ticket}? Rate it, or ask for a review if you disagree: '],
      ['link', '{link}'],
    ],
  },
  'survey-reminder': {
    id: 'survey-reminder.en.1',
    text: [
      ['what-to-do', '{brand}: last chance to rate case {ticket}, or to ask for a review if you disagree: '],
      ['link', '{link}'],
    ],
  },
};
