import type { StaffCatalogue } from '../sms-staff.ts';

/** What people of the bank are told. */
export const enStaff: StaffCatalogue = {
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
  'acting-for-link': {
    id: 'acting-for-link.en.1',
    text: [
      ['reason', '{brand}: you are asked to act for a colleague on complaint {ticket} '],
      ['by-when', 'by {by}: '],
      ['link', '{link}'],
    ],
  },
  escalation: {
    id: 'escalation.en.1',
    text: [
      ['reason', '{brand}: complaint {ticket} is late with those who hold it '],
      ['by-when', '(due {by}). '],
      ['what-to-do', 'You may do it yourself: '],
      ['link', '{link}'],
    ],
  },
  'date-near': {
    id: 'date-near.en.1',
    text: [
      ['reason', '{brand}: complaint {ticket} is not answered yet '],
      ['by-when', 'and is due by {by}. '],
      ['link', 'Its dates: {link}'],
    ],
  },
  'date-passed': {
    id: 'date-passed.en.1',
    text: [
      ['reason', '{brand}: LATE. Complaint {ticket} was not answered by {by}. '],
      ['link', 'Its dates: {link}'],
    ],
  },
  'extension-link': {
    id: 'extension-link.en.1',
    text: [
      ['what-to-do', '{brand}: more time is asked for on complaint {ticket}; please decide '],
      ['by-when', 'by {by}: '],
      ['link', '{link}'],
    ],
  },
  'call-link': {
    id: 'call-link.en.1',
    text: [
      ['what-to-do', '{brand}: please call the complainant of {ticket} '],
      ['by-when', 'by {by}; number and form: '],
      ['link', '{link}'],
    ],
  },
  'follow-up': {
    id: 'follow-up.en.1',
    text: [
      ['reason', '{brand}: there is more from the complainant on {ticket}: '],
      ['link', '{link}'],
    ],
  },
  incident: {
    id: 'incident.en.1',
    text: [
      ['reason', '{brand}: MAJOR. Complaint {ticket} is part of an incident. '],
      ['what-to-do', 'A plan is due '],
      ['by-when', 'by {by}: '],
      ['link', '{link}'],
    ],
  },
};
