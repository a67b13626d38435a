/** What every acknowledgement tells: that it is accepted, what happens next, by when an answer comes, how to reach us. */
export const ACKNOWLEDGEMENT_PARTS = ['accepted', 'next', 'by-when', 'how-to-reach'] as const;
export type AcknowledgementPart = (typeof ACKNOWLEDGEMENT_PARTS)[number];

/** Parts that a template does not declare; empty: it may be sent. */
export function acknowledgementLacks(declared: readonly string[]): AcknowledgementPart[] {
  return ACKNOWLEDGEMENT_PARTS.filter((part) => !declared.includes(part));
}
