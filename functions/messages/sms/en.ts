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
  'card-protected': {
    id: 'card-protected.en.1',
    text: [
      ['accepted', '{brand}: the card in case {ticket} is protected now. '],
      ['how-to-reach', 'Day and night: {hotline}'],
    ],
  },
  'still-working': {
    id: 'still-working.en.1',
    text: [
      ['accepted', '{brand}: we are still working on case {ticket}. '],
      ['by-when', 'You will have our answer by {by}. '],
      ['how-to-reach', 'Questions: {hotline}'],
    ],
  },
  'extension-notice': {
    id: 'extension-notice.en.1',
    text: [
      ['reason', '{brand}: case {ticket} is complex and takes us longer. '],
      ['by-when', 'Our new date is {by}. '],
      ['link', 'Why: {link} '],
      ['how-to-reach', 'Questions: {hotline}'],
    ],
  },
  'clock-stopped': {
    id: 'clock-stopped.en.1',
    text: [
      ['reason', '{brand}: case {ticket} waits for an appraisal or a mediation. '],
      ['what-to-do', 'Its time stands still until then; we will tell you when it goes on. '],
      ['how-to-reach', 'Questions: {hotline}'],
    ],
  },
  'clock-restarted': {
    id: 'clock-restarted.en.1',
    text: [
      ['reason', '{brand}: what you added to case {ticket} is new to us. '],
      ['by-when', 'You will have our answer by {by}. '],
      ['how-to-reach', 'Questions: {hotline}'],
    ],
  },
  merged: {
    id: 'merged.en.1',
    text: [
      ['accepted', '{brand}: case {ticket} is on the same matter as {other}, so we handle both as one. '],
      ['by-when', 'You will have our answer by {by}. '],
      ['what-to-do', 'If not so, call {hotline}'],
    ],
  },
  withdrawn: {
    id: 'withdrawn.en.1',
    text: [
      ['accepted', '{brand}: you have withdrawn case {ticket}. It ends today and stays on record. '],
      ['how-to-reach', 'If not so, call {hotline}'],
    ],
  },
};
