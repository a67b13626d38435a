/** What the numbers of a pack leave out, or decide for themselves: for the bank's lawyers, in the rule book, by the pack's id. */
export const REMARKS: Readonly<Record<string, readonly string[]>> = {
  cn: [
    'An extension goes to a day counted from the start, not from the date before it: the “further 30 days” of the source are “to 60” here.',
    'No row limits how long a stop lasts, or says who may order one.',
  ],
  eu: [
    'Business days are those on which TARGET settles payments: a choice of policy, not the directive’s own definition of a business day, which was not read. A bank adds the holidays of its own country to the calendar eu, and takes out a day on which it works (Ireland, 1 May).',
  ],
  uk: [
    'Left out: complaints about payment services and electronic money, for which DISP 1.6.2A sets other times (not read). A card issuer has them every day: to be added by the bank’s lawyers before the pack is used.',
    'DISP 1.5.1R ends a summary resolution by close of business on its third day; the bank’s hour of closing is not in this pack, and uk-summary-3 runs until that day ends.',
  ],
};
